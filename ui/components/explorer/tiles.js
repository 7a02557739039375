// A picture as coloured cells, without frames between them. `point(i, j)` hears the pointer, `step(di, dj)` the arrow keys.
function tiles({ kind, rows, cols, letter, what, head, label, point, step, numbers }) {
  const box = el("div", `grid tiles${numbers ? "" : " plain"}`, step ? { role: "application", tabindex: 0, "data-id": letter, "aria-label": label } : { role: "img", "aria-label": label })
  box.style.setProperty("--n", cols)
  const cells = table(rows, cols, () => el("i", "", numbers ? {} : { "aria-hidden": "true" }))
  box.append(...cells.flat())
  const size = el("span", "dim", {}, `${rows} × ${cols}`)
  const cap = el("div", "cap", head ? {} : { "aria-hidden": "true" }, el("b", "", {}, letter), head ?? ` ${what} `, size)
  if (point) for (const kind of ["pointermove", "pointerdown"]) box.addEventListener(kind, e => {
    const r = box.getBoundingClientRect(), at = (v, n) => Math.max(0, Math.min(n - 1, Math.floor(v * n)))
    point(at((e.clientY - r.top) / r.height, rows), at((e.clientX - r.left) / r.width, cols))
  })
  if (step) box.addEventListener("keydown", e => {
    const by = ARROWS[e.key]
    if (!by || e.ctrlKey || e.metaKey || e.altKey) return
    e.preventDefault(); e.stopPropagation(); step(...by)
  })
  const put = (i, j, colour, text = "") => { const c = cells[i][j]; c.style.background = colour; if (numbers) { c.textContent = text; c.toggleAttribute("data-long", text.length > 2) } }
  return { node: el("div", `mat ${kind}`, {}, cap, box), box, put, each: f => cells.forEach((r, i) => r.forEach((_, j) => f(i, j))) }
}

// Two ways to colour a value. As a picture: black at 0, white at `top`; what falls outside is amber below and blue above.
// With a sign: blue is positive, amber is negative, and zero is the colour of the page.
const BLACK = "#1b1f29", WHITE = "#fdfcfa"
const mix = (colour, share, other) => `color-mix(in srgb, ${colour} ${Math.round(100 * share)}%, ${other})`
const grey = (v, top) => v < -1e-9 ? mix("var(--neg)", Math.min(1, .45 - v / top), BLACK) : v > top + 1e-9 ? mix("var(--pos)", Math.min(1, .45 + (v - top) / top), WHITE) : mix(WHITE, v / top, BLACK)
const diverging = (v, most, strength = 1) => mix(v < 0 ? "var(--neg)" : "var(--pos)", most ? strength * Math.min(1, Math.abs(v) / most) : 0, "var(--zero)")

const correlate = (X, K) => { const at = slide(X, K); return table(at.rows, at.cols, at.value) }
