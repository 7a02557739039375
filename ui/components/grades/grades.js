// Everyone × exercise with points. A cell is `points|days late|attempts|signs`: h by hand, c being checked, e early.
const parse = (code) => {
  const [points, days, attempts, signs] = code.split("|")
  return { points, days: Number(days), attempts: Number(attempts), signs }
}

const stateOf = ({ points, signs }, worth) => {
  if (signs.includes("h")) return "trying"
  if (points === "") return "none"
  return Number(points) >= worth ? "once" : "after"
}

const signOf = ({ days, signs }) => (signs.includes("h") ? " *" : "") + (days ? " ↓" : "") + (signs.includes("e") ? " ↑" : "")

const told = (words, at, worth) => {
  const parts = [at.points === "" ? words.nothing : fill(words.points, { n: at.points, of: worth })]
  if (at.signs.includes("h")) parts.push(words.hand)
  if (at.days) parts.push(fill(words[at.days === 1 ? "late.one" : "late"], { n: at.days }))
  if (at.signs.includes("e")) parts.push(words.early)
  if (at.attempts) parts.push(fill(words[at.attempts === 1 ? "attempts.one" : "attempts"], { n: at.attempts }))
  if (at.signs.includes("c")) parts.push(words.checking)
  return parts.join(words.comma)
}

const gradeCell = (code, column, to, first, words) => {
  const at = parse(code)
  const shown = at.signs.includes("c") && at.points === "" ? "…" : at.points === "" ? "–" : at.points + signOf(at)
  const state = `${stateOf(at, column[2])}${first ? " first" : ""}`
  const label = quoted(told(words, at, column[2]))
  return `<td role="gridcell" class="${state}"><a tabindex="-1" href="${quoted(to)}" aria-label="${label}">${quoted(shown)}</a></td>`
}

const addressOf = (data, row, column) =>
  `${data.page}?assignment=${encodeURIComponent(column[3])}&learner=${encodeURIComponent(row.id)}&exercise=${encodeURIComponent(column[0])}`

const gradeLine = (row, data) => {
  const tr = document.createElement("tr")
  tr.setAttribute("role", "row")
  tr.dataset.id = row.id
  const cells = row.cells.map((code, n) =>
    gradeCell(code, data.exercises[n], addressOf(data, row, data.exercises[n]), data.first.has(n), data.words))
  tr.innerHTML = `<th role="rowheader"></th>${cells.join("")}`
  tr.classList.toggle("chosen", row.id === data.chosen)
  const th = tr.cells[0]
  const link = make("a", th, { tabIndex: -1, href: addressOf(data, row, ["", "", 0, data.exercises[0][3]]) })
  make("span", link, { className: "name", textContent: row.name })
  make("small", link, { textContent: row.section })
  return tr
}

const drawGrades = (room, data) => {
  const focus = room.box.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null
  room.data = data
  room.body.replaceChildren(...data.rows.map((row) => gradeLine(row, data)))
  data.means.forEach((mean, n) => (room.foot.cells[n + 1].textContent = mean))
  const at = focus && room.body.querySelector(`a[href="${CSS.escape(focus)}"]`)
  stop(at || room.body.querySelector("a"))
  if (at) at.focus({ preventScroll: true })
}

const grades = ({ data, parentElement, setTriggerValue }) => {
  const root = parentElement.querySelector(".kd-heatbox")
  data.first = new Set(data.starts)
  const shape = JSON.stringify([data.exercises, data.groups, data.words])
  let room = rooms.get(root)
  if (!room || room.shape !== shape) {
    room = { ...build(root, data), shape }
    room.box.classList.add("grades")
    rooms.set(root, room)
    listen(root, room)
  }
  const said = JSON.stringify([data.rows, data.chosen])
  if (room.said !== said) drawGrades(room, data)
  room.said = said
  lead(root, setTriggerValue)
}
