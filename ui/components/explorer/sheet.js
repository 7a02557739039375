// A number in the large units of the language: 3.6 billion, 36 亿. Rounded only when it would be long.
function scaled(n, scales) {
  const units = scales.split("|").map(s => s.split(" ")), [e, unit] = units.filter(([e]) => n >= 10 ** e).at(-1) ?? [0, ""]
  const m = n / 10 ** e, r = +m.toPrecision(4), same = Math.abs(r - m) < 1e-9 * m
  return !unit || !same && n < 1e6 && +units[0][0] ? ["=", exact(n)] : [same ? "=" : "≈", `${exact(r)} ${unit}`]
}
const big = (n, w) => scaled(n, w.scales)[1]
const becomes = (n, w, scales = w.scales, unit = "") => { const [is, text] = scaled(n, scales); return [` ${is} `, el("b", "r", {}, text + unit)] }

// A sentence with its numbers filled in; 36 亿 and a counter after it stand together.
const said = (text, o) => fill(text, o).replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1")

// One step of a calculation: its name, then the arithmetic.
const stepOf = (name, ...parts) => el("div", "step", {}, el("span", "name", {}, name), el("span", "calc", {}, ...parts))

// Bars on a scale of powers: each mark is a thousand times the one before.
function bars(w, rows) {
  const top = Math.max(3, Math.ceil(Math.max(...rows.map(r => Math.log10(r.value))) / 3) * 3)
  const marks = Array.from({ length: top / 3 + 1 }, (_, n) => el("span", "", {}, n ? "10" : "1", ...(n ? [el("sup", "", {}, String(3 * n))] : [])))
  const box = el("div", "powers", {}, ...rows.map(({ name, value, kind }) => {
    const bar = el("span", `fillbar ${kind}`)
    bar.style.width = `max(2px, ${100 * Math.max(0, Math.log10(value)) / top}%)`
    return el("div", "power", {}, el("span", "name", {}, name), el("span", "val", {}, big(value, w)), el("span", "rail", { "aria-hidden": "true" }, bar))
  }), el("div", "power", { "aria-hidden": "true" }, el("span", "marks", {}, ...marks)))
  box.style.setProperty("--marks", top / 3)
  return box
}
