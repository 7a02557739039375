// Several channels: row c is an input channel, column o an output channel. Where they cross stands the kernel; a column adds up.
function multi() {
  let X, K, s, xs, ks, ys, frames
  const split = n => [Math.floor(n / s.count), ...s.place(n % s.count)]
  const part = (o, c) => slide(X[c], K[o][c])
  const value = (o, i, j) => X.reduce((t, _, c) => t + part(o, c).value(i, j), 0)
  return {
    unit: "window",
    load(p) { X = copy(p.X); K = copy(p.K); s = slide(X[0], K[0][0]) },
    count: () => K.length * s.count,
    build(w, me) {
      xs = X.map((m, c) => numbers("x small", `X[${c}]`, w.channel, m, w, me))
      ks = K.map((stack, o) => stack.map((m, c) => numbers("k small", `K[${o}, ${c}]`, "", m, w, me)))
      ys = K.map((_, o) => grid({ kind: "y small", rows: s.rows, cols: s.cols, letter: `Y[${o}]`, what: "", pick: (i, j) => me.go(o * s.count + i * s.cols + j) }))
      frames = xs.map(windowOf)
      const rows = X.flatMap((_, c) => [xs[c].node, op("⋆"), ...ks.map(stack => stack[c].node)])
      const all = el("div", "cross", {}, ...rows, el("span"), op("Σ"), ...ys.map(g => g.node))
      all.style.setProperty("--o", K.length)
      return [all]
    },
    draw(at, here) {
      const [o, i, j] = split(at)
      xs.forEach((g, c) => { g.each((a, b) => g.put(a, b, num(X[c][a][b]), s.covers(i, j, a, b) ? "in" : "", here)); frames[c](i, j, K[0][0].length, K[0][0][0].length) })
      ks.forEach((stack, n) => stack.forEach((g, c) => { g.each((a, b) => g.put(a, b, num(K[n][c][a][b]), "", here)); g.node.classList.toggle("rest", n !== o) }))
      ys.forEach((g, n) => fillUp(g, at - n * s.count, s.cols, (a, b) => value(n, a, b)))
    },
    lines(at) {
      const [o, i, j] = split(at), parts = X.map((_, c) => part(o, c).value(i, j))
      return [...X.map((_, c) => sum(`X[${c}] ⋆ K[${o}, ${c}]`, part(o, c).terms(i, j), parts[c])), total(`Y[${o}, ${i}, ${j}]`, parts, value(o, i, j))]
    },
    says(at, w) { const [o, i, j] = split(at); return fill(w.saysMulti, { m: o, i, j, y: num(value(o, i, j)) }) },
    fit(stage, width) {
      const [h, wd] = [K[0][0].length, Math.max(K[0][0][0].length, s.cols)], n = X[0][0].length + K.length * wd
      stage.style.setProperty("--small", side(width, n, (width < 640 ? 14 : 30) * (K.length + 1), 40) + "px")
    },
  }
}
