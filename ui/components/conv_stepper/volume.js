// Three dimensions, slice by slice: the box of K covers a few slices of X at once and also steps from slice to slice.
function volume() {
  let X, K, s, deep, xs, ks, ys, frames
  const split = n => [Math.floor(n / s.count), ...s.place(n % s.count)]
  const part = (d, c) => slide(X[d + c], K[c])
  const value = (d, i, j) => K.reduce((t, _, c) => t + part(d, c).value(i, j), 0)
  return {
    unit: "window",
    load(p) { X = copy(p.X); K = copy(p.K); s = slide(X[0], K[0]); deep = X.length - K.length + 1 },
    count: () => deep * s.count,
    build(w, me) {
      const slices = (grids, cls) => el("div", "planes " + cls, {}, ...grids.map(g => g.node))
      xs = X.map((m, d) => numbers("x", `X[${d}]`, "", m, w, me)); ks = K.map((m, d) => numbers("k", `K[${d}]`, "", m, w, me))
      ys = table(deep, 1, d => grid({ kind: "y", rows: s.rows, cols: s.cols, letter: `Y[${d}]`, what: "", pick: (i, j) => me.go(d * s.count + i * s.cols + j) })).flat()
      frames = xs.map(windowOf)
      return [slices(xs, "flow"), el("div", "eq", {}, op("⋆"), slices(ks, "flow"), op("="), slices(ys, "flow"))]
    },
    draw(at, here) {
      const [d, i, j] = split(at), inside = c => c >= d && c < d + K.length
      xs.forEach((g, c) => {
        g.each((a, b) => g.put(a, b, num(X[c][a][b]), inside(c) && s.covers(i, j, a, b) ? "in" : "", here))
        frames[c](i, j, K[0].length, K[0][0].length); g.node.classList.toggle("idle", !inside(c))
      })
      ks.forEach((g, c) => g.each((a, b) => g.put(a, b, num(K[c][a][b]), "", here)))
      ys.forEach((g, n) => fillUp(g, at - n * s.count, s.cols, (a, b) => value(n, a, b)))
    },
    lines(at) {
      const [d, i, j] = split(at), parts = K.map((_, c) => part(d, c).value(i, j))
      return [...K.map((_, c) => sum(`X[${d + c}] ⋆ K[${c}]`, part(d, c).terms(i, j), parts[c])), total(`Y[${d}, ${i}, ${j}]`, parts, value(d, i, j))]
    },
    says(at, w) { const [d, i, j] = split(at); return fill(w.saysVolume, { m: d, i, j, y: num(value(d, i, j)) }) },
    fit(stage, width) {
      const phone = width < 640, x = X.length * X[0][0].length, rest = K.length * K[0][0].length + deep * s.cols
      stage.style.setProperty("--c", side(width, phone ? Math.max(x, rest) : x + rest, phone ? 70 : 170 + 10 * (X.length + K.length + deep), 42) + "px")
    },
  }
}
