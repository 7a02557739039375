// 1×1 convolution: at every pixel the vector of its channels goes through one small matrix.
function channels() {
  let X, W, xs, ys, k, v, o, frames
  const high = () => X[0].length, wide = () => X[0][0].length, place = n => [Math.floor(n / wide()), n % wide()]
  const pixel = n => { const [i, j] = place(n); return X.map(plane => plane[i][j]) }
  const value = (n, c) => pixel(n).reduce((t, u, m) => t + u * W[c][m], 0)
  return {
    unit: "pixel",
    load: p => { X = copy(p.X); W = copy(p.K) },
    count: () => high() * wide(),
    build(w, me) {
      const pick = (i, j) => me.go(i * wide() + j)
      const plane = (kind, letter, c) => grid({ kind, rows: high(), cols: wide(), letter: `${letter}${c}`, what: w.channel, pick })
      xs = X.map((_, c) => plane("x small", "X", c)); ys = W.map((_, c) => plane("y small", "Y", c))
      k = grid({ kind: "k", rows: W.length, cols: X.length, letter: "W", what: w.weights, label: w.edit, edit: (i, j, u) => { W[i][j] = u; me.edited() } })
      v = grid({ kind: "x lit", rows: X.length, cols: 1, letter: "x", what: w.vector })
      o = grid({ kind: "y lit", rows: W.length, cols: 1, letter: "y", what: "" })
      frames = xs.map(windowOf)
      return [el("div", "planes", {}, ...xs.map(g => g.node)), el("div", "eq", {}, k.node, op("·"), v.node, op("="), o.node), el("div", "planes", {}, ...ys.map(g => g.node))]
    },
    draw(at, here) {
      const [i, j] = place(at)
      xs.forEach((g, c) => { g.each((p, q) => g.put(p, q, num(X[c][p][q]), p === i && q === j ? "in" : "")); frames[c](i, j, 1, 1) })
      ys.forEach((g, c) => g.each((p, q) => { const n = p * wide() + q; g.put(p, q, n <= at ? num(value(n, c)) : "·", n === at ? "cur" : n < at ? "done" : "") }))
      k.each((p, q) => k.put(p, q, num(W[p][q]), "", here))
      pixel(at).forEach((u, c) => v.put(c, 0, num(u), "in"))
      W.forEach((_, c) => o.put(c, 0, num(value(at, c)), "cur"))
    },
    lines(at) { const [i, j] = place(at); return W.map((r, c) => sum(`Y${c}[${i}, ${j}]`, pixel(at).map((u, m) => [u, r[m]]), value(at, c))) },
    says(at, w) { const [i, j] = place(at); return fill(w.saysPixel, { i, j, y: W.map((_, c) => num(value(at, c))).join(", ") }) },
    fit(stage, width) {
      const phone = width < 640, n = Math.max(X.length, W.length) * wide()
      stage.classList.toggle("two", phone)
      stage.style.setProperty("--small", Math.floor(phone ? Math.min(34, (width - 24 - 12 * (X.length - 1)) / n - 3) : 31) + "px")
      stage.style.setProperty("--c", (phone ? 38 : 44) + "px")
    },
  }
}
