// Everyone × exercise as a table. Only what changed since the last time is touched, so focus and scrolling stay.
const rooms = new WeakMap()
const SIGN = { once: "✓", after: "✓ ", trying: "", stuck: "! " }
const STATES = { "": "none", t: "trying", s: "stuck" }

const fill = (text, given) => text.replace(/\{(\w+)\}/g, (all, name) => given[name] ?? all)

const read = (code) => {
  const kind = code.replace(/\d/g, "")
  const n = Number(code.slice(kind.length))
  return { state: kind || !n ? STATES[kind] : n === 1 ? "once" : "after", n }
}

const said = (words, { state, n }) => fill(words[n === 1 && words[`${state}.one`] ? `${state}.one` : state], { n })

const make = (tag, parent, more = {}) => Object.assign(parent.appendChild(document.createElement(tag)), more)

const line = (parent) => {
  const tr = make("tr", parent)
  tr.setAttribute("role", "row")
  return tr
}

const header = (parent, text, more = {}) => {
  const th = make("th", parent, more)
  th.setAttribute("role", "columnheader")
  make("span", th, { textContent: text })
  th.dataset.said = text
  return th
}

const part = (table, tag) => {
  const made = make(tag, table)
  made.setAttribute("role", "rowgroup")
  return made
}

const head = (table, data) => {
  const thead = part(table, "thead")
  const groups = line(thead)
  make("td", groups, { className: "corner" }).setAttribute("role", "gridcell")
  for (const [title, count] of data.groups) {
    const th = header(groups, title, { className: "group", colSpan: count })
    th.setAttribute("aria-colspan", count)
    th.style.setProperty("--of", count)
  }
  const heads = line(thead)
  header(heads, data.words.learner, { className: "who" })
  data.exercises.forEach(([, title], n) => header(heads, title, { className: data.first.has(n) ? "first" : "", tabIndex: -1 }))
}

const quoted = (text) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

// One cell as markup, from numbers and our own words: thousands at once are quickest read as text.
const cellOf = (code, to, first, words) => {
  const at = read(code)
  const label = quoted(said(words, at))
  const open = `<td role="gridcell" class="${at.state}${first ? " first" : ""}"`
  if (at.state === "none") return `${open} tabindex="-1" aria-label="${label}"></td>`
  const shown = at.state === "once" ? SIGN.once : `${SIGN[at.state]}${at.n}`
  return `${open}><a tabindex="-1" href="${to}" aria-label="${label}">${shown}</a></td>`
}

const address = (data, person, exercise) =>
  quoted(`${data.page}?id=${encodeURIComponent(person)}&exercise=${encodeURIComponent(exercise)}`)

const naming = (th, row, data) => {
  th.replaceChildren()
  const link = make("a", th, { tabIndex: -1, href: `${data.page}?id=${encodeURIComponent(row.id)}` })
  make("span", link, { className: "name", textContent: row.name })
  if (row.tag) make("em", link, { className: row.tag, textContent: data.words[`tag.${row.tag}`] })
  make("small", link, { textContent: row.solved, ariaHidden: "true" })
  make("span", link, { className: "kd-sr", textContent: ` ${fill(data.words.of, { n: row.solved, of: data.exercises.length })}` })
}

const lineOf = (row, data) => {
  const tr = document.createElement("tr")
  tr.setAttribute("role", "row")
  tr.dataset.id = row.id
  const codes = row.cells.split(",")
  const cells = codes.map((code, n) => cellOf(code, address(data, row.id, data.exercises[n][0]), data.first.has(n), data.words))
  tr.innerHTML = `<th role="rowheader"></th>${cells.join("")}`
  return { tr, codes }
}

const renew = (line, row, data) => {
  const label = JSON.stringify([row.name, row.tag, row.solved])
  if (line.label !== label) naming(line.tr.cells[0], row, data)
  line.label = label
  row.cells.split(",").forEach((code, n) => {
    if (line.codes[n] === code) return
    line.codes[n] = code
    const old = line.tr.cells[n + 1]
    const had = old.contains(document.activeElement)
    old.outerHTML = cellOf(code, address(data, row.id, data.exercises[n][0]), data.first.has(n), data.words)
    if (had) inner(line.tr.cells[n + 1]).focus({ preventScroll: true })
  })
}

const build = (root, data) => {
  root.replaceChildren()
  const box = make("div", root, { className: "kd-heat" })
  const table = make("table", box)
  table.setAttribute("role", "grid")
  table.setAttribute("aria-label", data.words.label)
  table.classList.toggle("many", data.exercises.length > data.few)
  table.style.setProperty("--n", data.exercises.length)
  head(table, data)
  const body = part(table, "tbody")
  const foot = line(part(table, "tfoot"))
  make("th", foot, { textContent: data.words.total }).setAttribute("role", "rowheader")
  data.exercises.forEach((_, n) => {
    const td = make("td", foot, { tabIndex: -1, className: data.first.has(n) ? "first" : "" })
    td.setAttribute("role", "gridcell")
  })
  const tip = make("div", root, { className: "kd-tip", hidden: true })
  tip.setAttribute("aria-hidden", "true")
  return { box, table, body, foot, tip, lines: new Map() }
}

const draw = (room, data) => {
  room.data = data
  const focused = room.box.contains(document.activeElement) ? document.activeElement : null
  const kept = new Set(data.rows.map((row) => row.id))
  for (const [id, line] of room.lines) if (!kept.has(id)) { line.tr.remove(); room.lines.delete(id) }
  const fresh = document.createDocumentFragment()
  let here = room.body.firstChild
  for (const row of data.rows) {
    if (!room.lines.has(row.id)) room.lines.set(row.id, lineOf(row, data))
    const line = room.lines.get(row.id)
    renew(line, row, data)
    if (line.tr === here) here = here.nextSibling
    else if (here) room.body.insertBefore(line.tr, here)
    else fresh.append(line.tr)
  }
  room.body.append(fresh)
  data.solved.forEach((n, at) => {
    const td = room.foot.cells[at + 1]
    td.textContent = n
    td.setAttribute("aria-label", fill(data.words.solved, { n, of: data.rows.length }))
  })
  if (focused?.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true })
  if (!room.table.querySelector('a[tabindex="0"], [tabindex="0"]')) stop(room.body.querySelector("a"))
}

// ---------- One tab stop; arrows go on from there ----------

const stop = (element) => element && (element.tabIndex = 0)
const inner = (cell) => cell?.querySelector("a") ?? cell

const step = (room, cell, key, ctrl) => {
  const lines = [...room.table.rows].slice(1)
  const line = lines.indexOf(cell.parentElement)
  const at = cell.cellIndex
  const last = cell.parentElement.cells.length - 1
  const to = {
    ArrowRight: [line, at + 1], ArrowLeft: [line, at - 1], ArrowDown: [line + 1, at], ArrowUp: [line - 1, at],
    Home: [ctrl ? 1 : line, 0], End: [ctrl ? lines.length - 1 : line, last],
    PageDown: [Math.min(line + 10, lines.length - 1), at], PageUp: [Math.max(line - 10, 0), at],
  }[key]
  return to && inner(lines[to[0]]?.cells[to[1]])
}

const go = (room, event) => {
  if (event.key === "Escape") room.tip.hidden = true
  const cell = event.target.closest("td, th")
  const next = cell && !event.altKey && !event.metaKey && step(room, cell, event.key, event.ctrlKey)
  if (!next) return
  event.preventDefault()
  if (next.tabIndex < 0) next.tabIndex = -1
  for (const old of room.table.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1
  stop(next)
  next.focus()
  next.scrollIntoView({ block: "nearest", inline: "nearest" })
}

// ---------- What a cell says, at the pointer and at the focus ----------

const explain = (room, cell) => {
  const { data, tip, table } = room
  tip.hidden = true
  if (!cell || !table.contains(cell) || cell.classList.contains("corner")) return
  const line = cell.parentElement
  const person = data.rows.find((row) => row.id === line.dataset.id)
  const exercise = data.exercises[cell.cellIndex - 1]
  const section = line.parentElement.tagName
  let about, text
  if (section === "THEAD") [about, text] = [cell.dataset.said, ""]
  else if (section === "TFOOT") [about, text] = [exercise?.[1], cell.getAttribute("aria-label")]
  else if (!exercise) [about, text] = [person.name, fill(data.words.of, { n: person.solved, of: data.exercises.length })]
  else [about, text] = [`${person.name} · ${exercise[1]}`, inner(cell).getAttribute("aria-label")]
  if (!about) return
  tip.replaceChildren()
  make("b", tip, { textContent: about })
  if (text) make("span", tip, { textContent: text })
  tip.hidden = false
  const [at, around] = [cell.getBoundingClientRect(), tip.offsetParent.getBoundingClientRect()]
  const left = at.left + at.width / 2 - around.left - tip.offsetWidth / 2
  tip.style.left = `${Math.max(0, Math.min(left, around.width - tip.offsetWidth))}px`
  const above = at.top - around.top - tip.offsetHeight - 6
  tip.style.top = `${section === "THEAD" || at.top - tip.offsetHeight < 70 ? at.bottom - around.top + 6 : above}px`
}

const listen = (root, room) => {
  const cell = (event) => event.target.closest?.("td, th")
  room.box.onkeydown = (event) => go(room, event)
  room.box.onpointerover = (event) => explain(room, cell(event))
  room.box.onpointerleave = () => explain(room, null)
  room.box.addEventListener("focusin", (event) => explain(room, cell(event)))
  room.box.addEventListener("focusout", () => explain(room, null))
  room.box.onscroll = () => explain(room, room.box.contains(document.activeElement) ? document.activeElement.closest("td, th") : null)
}

const heat = ({ data, parentElement, setTriggerValue }) => {
  const root = parentElement.querySelector(".kd-heatbox")
  data.first = new Set(data.starts)
  const shape = JSON.stringify([data.exercises, data.groups, data.words])
  let room = rooms.get(root)
  if (!room || room.shape !== shape) {
    room = { ...build(root, data), shape }
    rooms.set(root, room)
    listen(root, room)
  }
  draw(room, data)
  lead(root, setTriggerValue)
}
