// The same windows twice: with K as it is (correlation), and with K turned by 180° (convolution).
function flip() {
  let X, K, T, s, t, x, k, kt, y, z, frame
  const turn = () => K.forEach((r, a) => r.forEach((_, b) => { T[a][b] = K[K.length - 1 - a][r.length - 1 - b] }))
  const differ = (i, j) => Math.abs(s.value(i, j) - t.value(i, j)) > 1e-9
  return {
    unit: "window",
    load(p) { X = copy(p.X); K = copy(p.K); T = copy(p.K); turn(); s = slide(X, K); t = slide(X, T) },
    count: () => s.count,
    build(w, me) {
      const out = (letter, what) => grid({ kind: "y", rows: s.rows, cols: s.cols, letter, what, pick: (i, j) => me.go(i * s.cols + j) })
      x = numbers("x", "X", w.image, X, w, me); k = numbers("k", "K", w.asIs, K, w, me)
      kt = grid({ kind: "k", rows: K.length, cols: K[0].length, letter: "K", what: w.turned })
      y = out("X ⋆ K", w.correlation); z = out("X ∗ K", w.convolution)
      frame = windowOf(x)
      const row = (kernel, made) => [op("⋆"), kernel.node, op("="), made.node]
      return [x.node, el("div", "four", {}, ...row(k, y), ...row(kt, z))]
    },
    draw(at, here) {
      const [i, j] = s.place(at)
      turn()
      x.each((a, b) => x.put(a, b, num(X[a][b]), s.covers(i, j, a, b) ? "in" : "", here))
      k.each((a, b) => { k.put(a, b, num(K[a][b]), "", here); kt.put(a, b, num(T[a][b])) })
      const mark = (a, b) => differ(a, b) ? "differs" : ""
      fillUp(y, at, s.cols, s.value); fillUp(z, at, s.cols, t.value, mark)
      frame(i, j, K.length, K[0].length)
    },
    lines(at, w) {
      const [i, j] = s.place(at), seen = Array.from({ length: at + 1 }, (_, n) => s.place(n))
      return [sum(`(X ⋆ K)[${i}, ${j}]`, s.terms(i, j), s.value(i, j)), sum(`(X ∗ K)[${i}, ${j}]`, t.terms(i, j), t.value(i, j)),
        note(fill(w.differ, { n: seen.filter(p => differ(...p)).length, of: at + 1 }))]
    },
    says(at, w) { const [i, j] = s.place(at); return fill(w.saysFlip, { i, j, y: num(s.value(i, j)), n: num(t.value(i, j)) }) },
    fit(stage, width) {
      const phone = width < 640, rest = K[0].length + s.cols
      stage.style.setProperty("--c", side(width, phone ? Math.max(X[0].length, rest) : X[0].length + rest, phone ? 70 : 190, phone ? 40 : 46) + "px")
    },
  }
}
