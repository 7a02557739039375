// The whole layer as one matrix: vec(Y) = C · vec(X). A row of C is one window: K where the window stands, 0 everywhere else.
function blocks() {
  let X, K, s, x, k, c, v, y, frame
  const wide = () => X[0].length, at2 = m => [Math.floor(m / wide()), m % wide()]
  const meets = (n, m) => s.covers(...s.place(n), ...at2(m))
  const entry = (n, m) => { const [i, j] = s.place(n), [p, q] = at2(m); return meets(n, m) ? K[p - i][q - j] : 0 }
  const value = n => s.value(...s.place(n))
  return {
    unit: "window",
    load(p) { X = copy(p.X); K = copy(p.K); s = slide(X, K) },
    count: () => s.count,
    build(w, me) {
      const n = s.count, all = X.length * wide(), pick = i => me.go(i)
      x = numbers("x", "X", w.image, X, w, me); k = numbers("k", "K", w.kernel, K, w, me)
      c = grid({ kind: "c", rows: n, cols: all, letter: "C", what: w.matrix, pick })
      v = grid({ kind: "x flat", rows: all, cols: 1, letter: "vec(X)", what: "" })
      y = grid({ kind: "y flat", rows: n, cols: 1, letter: "vec(Y)", what: "", pick })
      frame = windowOf(x)
      return [el("div", "pair", {}, x.node, k.node), el("div", "eq big", {}, c.node, op("·"), v.node, op("="), y.node)]
    },
    draw(at, here) {
      const [i, j] = s.place(at)
      x.each((p, q) => x.put(p, q, num(X[p][q]), s.covers(i, j, p, q) ? "in" : "", here))
      k.each((p, q) => k.put(p, q, num(K[p][q]), "", here))
      c.each((n, m) => c.put(n, m, n <= at ? num(entry(n, m)) : "·", (n > at ? "todo" : meets(n, m) ? "on" : "off") + (n === at ? " row" : "")))
      v.each(m => v.put(m, 0, num(X.flat()[m]), meets(at, m) ? "in" : ""))
      fillUp(y, at, 1, value)
      frame(i, j, K.length, K[0].length)
    },
    lines(at, w) {
      const [i, j] = s.place(at)
      return [sum(`Y[${i}, ${j}] = C[${at}] · vec(X)`, s.terms(i, j), value(at)), note(fill(w.zeros, { n: X.flat().length - K.flat().length }))]
    },
    says(at, w) { const [i, j] = s.place(at); return fill(w.saysBlocks, { n: at, i, j, y: num(value(at)) }) },
    fit(stage, width) {
      const phone = width < 640, n = X.length * wide() + 2
      stage.classList.toggle("two", phone)
      stage.style.setProperty("--c", (phone ? 34 : 40) + "px")
      stage.style.setProperty("--a", side(width, n, (phone ? 52 : wide() * 43 + 130) - n, 34, 15) + "px")
    },
  }
}
