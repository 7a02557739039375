// Drawing shared by every demo: elements, signs, numbers, and grids of cells. No framework, no network.
const SIGNS = {
  first: "M3 3h2v10H3zM13 3v10L6 8z", back: "M11 3v10L4 8z", next: "M5 3v10l7-5z",
  play: "M4 2.5v11l9-5.5z", pause: "M4 3h3v10H4zM9 3h3v10H9z",
}
const SVG = "http://www.w3.org/2000/svg"
const num = v => String(Math.round(v * 1e3) / 1e3 || 0).replace("-", "−")
const signed = v => v < 0 ? `(${num(v)})` : num(v)
const fill = (text, o) => text.replace(/\{(\w+)\}/g, (_, k) => o[k] ?? "")
const copy = m => m.map(r => Array.isArray(r) ? copy(r) : r)
const dot = terms => terms.reduce((t, [u, v]) => t + u * v, 0)
const table = (rows, cols, f) => Array.from({ length: rows }, (_, i) => Array.from({ length: cols }, (_, j) => f(i, j)))

function el(tag, cls, attrs, ...kids) {
  const e = document.createElement(tag)
  if (cls) e.className = cls
  for (const [k, v] of Object.entries(attrs ?? {})) k.startsWith("on") ? e.addEventListener(k.slice(2), v) : e.setAttribute(k, v)
  e.append(...kids)
  return e
}
function sign(name) {
  const s = document.createElementNS(SVG, "svg"), p = document.createElementNS(SVG, "path")
  s.setAttribute("viewBox", "0 0 16 16"); s.setAttribute("aria-hidden", "true"); p.setAttribute("d", SIGNS[name]); s.append(p)
  return s
}
const op = text => el("span", "op", { "aria-hidden": "true" }, text)

// What a learner types as a number: 3, -3, −3, 0,5 and 1/3. Null when it is none, or too large for a cell.
function parse(text) {
  const m = text.trim().replaceAll("−", "-").replaceAll(",", ".").split("/")
  const v = m.length === 2 && m[0] && m[1] ? m[0] / m[1] : m.length === 1 && m[0] ? +m[0] : NaN
  return Number.isFinite(v) && Math.abs(v) < 1000 ? v : null
}

// A captioned grid: letter, what it is, shape. With `edit(i, j, v)` its cells are inputs and one stop of the Tab key:
// arrows go from cell to cell; `fixed(i, j)` are not inputs, `from` is where counting begins, `dims` another way to say the shape. With `pick(i, j)` a click chooses a cell.
function grid({ kind, rows, cols, letter, what, label, edit, pick, fixed, from = [0, 0], dims = `${rows} × ${cols}` }) {
  let stop = 0
  const box = el("div", "grid", { role: "group", "aria-label": `${letter} ${what} ${dims}` })
  box.style.setProperty("--n", cols)
  const cells = table(rows, cols, (i, j) => {
    const cell = el("div", "cell", pick ? { onclick: () => pick(i, j) } : {}, edit && !fixed?.(i, j) ? field(i, j) : el("span", "v"))
    box.append(cell)
    return cell
  })
  const cap = el("span", "cap", { "aria-hidden": "true" }, el("b", "", {}, letter), ` ${what} `, el("span", "dim", {}, dims))
  const node = el("div", `mat ${kind}${pick ? " pick" : ""}`, {}, cap, box)

  function field(i, j) {
    const input = el("input", "v", { inputmode: "text", autocomplete: "off", spellcheck: "false", tabindex: stop, "aria-label": fill(label, { m: letter, i: i - from[0], j: j - from[1] }) })
    stop = -1
    input.addEventListener("focus", () => { cells.flat().forEach(c => { c.firstChild.tabIndex = -1 }); input.tabIndex = 0; input.select() })
    input.addEventListener("input", () => {
      const v = parse(input.value)
      v === null ? input.setAttribute("aria-invalid", "true") : (input.removeAttribute("aria-invalid"), edit(i, j, v))
    })
    input.addEventListener("blur", () => { input.removeAttribute("aria-invalid"); input.value = input.dataset.is })
    input.addEventListener("keydown", e => walk(e, i, j))
    return input
  }
  function walk(e, i, j) {
    if (e.key === "Escape") return box.closest(".box").focus()
    e.stopPropagation()
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key]
    const t = e.target, all = t.selectionEnd - t.selectionStart === t.value.length
    const edge = all || t.selectionStart === t.selectionEnd && t.selectionStart === (step?.[1] > 0 ? t.value.length : 0)
    if (!step || step[1] && !edge) return
    const to = cells[i + step[0]]?.[j + step[1]]
    if (to?.firstChild.tagName === "INPUT") { e.preventDefault(); to.firstChild.focus() }
  }
  // Write one cell; a cell that is being typed in keeps what is typed.
  function put(i, j, text, cls = "", here = null) {
    const cell = cells[i][j], v = cell.firstChild
    cell.className = `cell ${cls}`
    v.dataset.long = text.length > 5 ? 2 : text.length > 3 ? 1 : 0
    if (v.tagName !== "INPUT") v.textContent = text
    else { v.dataset.is = text; if (v !== here) v.value = text }
  }
  return { node, box, cells, put, each: f => cells.forEach((r, i) => r.forEach((_, j) => f(i, j))) }
}

// A frame that slides over a grid.
function windowOf(g) {
  const win = el("div", "win", { "aria-hidden": "true" })
  g.box.append(win)
  return (i, j, h, w) => {
    const px = n => `calc(${n} * (var(--c) + var(--g)))`
    win.style.width = `calc(${px(w)} + 3px)`; win.style.height = `calc(${px(h)} + 3px)`; win.style.transform = `translate(${px(j)}, ${px(i)})`
  }
}

// One line of arithmetic: left = x·k + x·k = result.
function sum(left, terms, result) {
  const out = [el("span", "l", {}, left), " = "]
  terms.forEach(([x, k], n) => { if (n) out.push(el("span", "p", {}, " + ")); out.push(el("span", "t", {}, signed(x), "·", el("b", "", {}, signed(k)))) })
  return el("div", "line", {}, ...out, el("span", "t", {}, el("span", "p", {}, " = "), el("span", "r", {}, num(result))))
}
