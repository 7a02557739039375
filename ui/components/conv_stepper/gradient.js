// ∂L/∂K = X ⋆ G: an entry of K met a whole window of pixels, and each hands on the gradient that arrived where it was used.
function gradient() {
  let X, K, G, s, x, k, g, d, frame
  return {
    unit: "entry",
    load(p) { X = copy(p.X); K = copy(p.K); G = copy(p.G); s = slide(X, G) },
    count: () => s.count,
    build(w, me) {
      const pick = (i, j) => me.go(i * s.cols + j)
      k = grid({ kind: "k pale", rows: s.rows, cols: s.cols, letter: "K", what: w.kernel, pick })
      x = numbers("x back", "X", w.image, X, w, me); g = numbers("g", "G", "= ∂L/∂Y", G, w, me)
      d = grid({ kind: "d", rows: s.rows, cols: s.cols, letter: "∂L/∂K", what: "", pick })
      x.each((i, j) => x.cells[i][j].append(el("span", "by", { "aria-hidden": "true" })))
      frame = windowOf(x)
      return [el("div", "eq", {}, k.node, op("→"), x.node), el("div", "eq", {}, op("⋆"), g.node, op("="), d.node)]
    },
    draw(at, here) {
      const [i, j] = s.place(at)
      k.each((a, b) => k.put(a, b, num(K[a][b]), a === i && b === j ? "cur" : ""))
      x.each((a, b) => {
        const inside = s.covers(i, j, a, b)
        x.put(a, b, num(X[a][b]), inside ? "in" : "", here)
        x.cells[a][b].lastChild.textContent = inside ? "×" + num(G[a - i][b - j]) : ""
      })
      g.each((a, b) => g.put(a, b, num(G[a][b]), "", here))
      fillUp(d, at, s.cols, s.value)
      frame(i, j, G.length, G[0].length)
    },
    lines(at) {
      const [i, j] = s.place(at), lines = [sum(`∂L/∂K[${i}, ${j}]`, s.terms(i, j), s.value(i, j)), total("∂L/∂b = ΣG", G.flat(), G.flat().reduce((t, v) => t + v, 0))]
      lines.forEach(l => l.classList.add("back"))
      return lines
    },
    says(at, w) { const [i, j] = s.place(at); return fill(w.saysGradient, { i, j, y: num(s.value(i, j)) }) },
    fit(stage, width) {
      const phone = width < 640, x = X[0].length, g = G[0].length, k = s.cols
      const columns = phone ? Math.max(k + x, g + k) : x + g + 2 * k
      const cell = side(width, columns, phone ? 90 : 220, 46)
      stage.style.setProperty("--c", cell + "px"); stage.classList.toggle("tiny", cell < 34)
    },
  }
}
