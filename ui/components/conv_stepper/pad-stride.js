// A border of zeros, and a window that takes larger steps: what they do to the shape.
function padStride() {
  let X, K, Z, p, st, s, x, k, y, frame
  const pad = () => {
    Z = table(X.length + 2 * p[0], X[0].length + 2 * p[1], (i, j) => X[i - p[0]]?.[j - p[1]] ?? 0)
    s = slide(Z, K, st)
  }
  const border = (i, j) => X[i - p[0]]?.[j - p[1]] === undefined
  const reached = (axis, a) => { const last = [s.rows, s.cols][axis] - 1, k = [K.length, K[0].length][axis]; return a - Math.min(Math.floor(a / st[axis]), last) * st[axis] < k }
  function control(axis, w, me) {
    const n = [X.length, X[0].length][axis], k = [K.length, K[0].length][axis], all = n + 2 * p[axis], name = [w.rows, w.columns][axis]
    const choose = (list, what, from, to) => el("label", "ctl", {}, what, el("select", "", { "aria-label": `${what}, ${name}`, onchange: e => { list[axis] = +e.target.value; pad(); me.rebuild() } },
      ...Array.from({ length: to - from + 1 }, (_, m) => el("option", "", { value: from + m, ...(list[axis] === from + m ? { selected: "" } : {}) }, from + m))))
    const left = Array.from({ length: all }, (_, a) => a).filter(a => !reached(axis, a)).length, q = (all - k) / st[axis]
    return el("div", "axis", {}, el("b", "", {}, name), choose(p, w.padding, 0, 2), choose(st, w.stride, 1, 4),
      el("span", "shape", {}, `⌊(${n} + 2·${p[axis]} − ${k}) / ${st[axis]}⌋ + 1 = ⌊${num(q)}⌋ + 1 = `, el("b", "r", {}, num(Math.floor(q) + 1))),
      el("span", "left", {}, left ? fill(w.left, { n: left }) : ""))
  }
  return {
    unit: "window",
    load(e) { X = copy(e.X); K = copy(e.K); p = [...e.padding]; st = [...e.stride]; pad() },
    count: () => s.count,
    build(w, me) {
      x = grid({ kind: "x", rows: Z.length, cols: Z[0].length, letter: "X", what: p[0] + p[1] ? w.padded : w.image, label: w.edit, fixed: border, from: p,
        edit: (i, j, v) => { X[i - p[0]][j - p[1]] = Z[i][j] = v; me.edited() } })
      k = numbers("k", "K", w.kernel, K, w, me)
      y = grid({ kind: "y", rows: s.rows, cols: s.cols, letter: "Y", what: w.output, pick: (i, j) => me.go(i * s.cols + j) })
      frame = windowOf(x)
      return [el("div", "axes", {}, control(0, w, me), control(1, w, me)), x.node, el("div", "eq", {}, op("⋆"), k.node, op("="), y.node)]
    },
    draw(at, here) {
      const [i, j] = s.place(at)
      x.each((a, b) => x.put(a, b, num(Z[a][b]), (s.covers(i, j, a, b) ? "in " : "") + (border(a, b) ? "pad " : "") + (reached(0, a) && reached(1, b) ? "" : "out"), here))
      k.each((a, b) => k.put(a, b, num(K[a][b]), "", here))
      fillUp(y, at, s.cols, s.value)
      frame(i * st[0], j * st[1], K.length, K[0].length)
    },
    lines(at) { const [i, j] = s.place(at); return [sum(`Y[${i}, ${j}]`, s.terms(i, j), s.value(i, j))] },
    says(at, w) { const [i, j] = s.place(at); return fill(w.saysShape, { i, j, y: num(s.value(i, j)), m: s.rows, n: s.cols }) },
    fit(stage, width) {
      const phone = width < 640, x = Z[0].length, rest = K[0].length + s.cols, stacked = phone || x + rest > 18
      stage.classList.toggle("over", stacked)
      stage.style.setProperty("--c", side(width, stacked ? Math.max(x, rest) : x + rest, phone ? 60 : 150, phone ? 32 : 42) + "px")
    },
  }
}
