// The same windows as rows of a matrix: A · k = y.
function im2col() {
  let X, K, s, x, k, a, kk, y, roll, frame
  const size = () => K.length * K[0].length
  const terms = n => s.terms(...s.place(n)), value = n => dot(terms(n))
  return {
    unit: "window",
    load(p) { X = copy(p.X); K = copy(p.K); s = slide(X, K) },
    count: () => s.count,
    build(w, me) {
      const n = s.count
      x = numbers("x", "X", w.image, X, w, me); k = numbers("k", "K", w.kernel, K, w, me)
      a = grid({ kind: "a", rows: n, cols: size(), letter: "A", what: w.windows, pick: i => me.go(i) })
      kk = grid({ kind: "k flat", rows: size(), cols: 1, letter: "k", what: "" })
      y = grid({ kind: "y", rows: n, cols: 1, letter: "y", what: "", pick: i => me.go(i) })
      frame = windowOf(x)
      roll = el("div", "roll", n > 10 ? { tabindex: 0, role: "group", "aria-label": w.product } : {}, a.node, op("·"), kk.node, op("="), y.node)
      return [el("div", "pair", {}, x.node, k.node), op("→"), roll]
    },
    draw(at, here) {
      const [i, j] = s.place(at)
      x.each((p, q) => x.put(p, q, num(X[p][q]), s.covers(i, j, p, q) ? "in" : "", here))
      k.each((p, q) => k.put(p, q, num(K[p][q]), "", here))
      kk.each(p => kk.put(p, 0, num(K.flat()[p])))
      a.each((n, m) => a.put(n, m, n <= at ? num(terms(n)[m][0]) : "·", n === at ? "in" : n < at ? "done" : "todo"))
      fillUp(y, at, 1, value)
      frame(i, j, K.length, K[0].length)
      const c = a.cells[at][0]
      if (roll.scrollHeight > roll.clientHeight) roll.scrollTop = c.offsetTop + c.offsetHeight / 2 - roll.clientHeight / 2
    },
    lines(at) { const [i, j] = s.place(at); return [sum(`Y[${i}, ${j}] = A[${at}] · k`, terms(at), value(at))] },
    says(at, w) { const [i, j] = s.place(at); return fill(w.saysRow, { n: at, i, j, y: num(value(at)) }) },
    fit(stage, width) {
      const n = size() + 2, phone = width < 640, left = phone ? 0 : X[0].length * 43 + 64
      const c = Math.floor(Math.max(20, Math.min(phone ? 36 : 40, (width - (phone ? 20 : 40) - left - (phone ? 56 : 110)) / n - 3)))
      stage.classList.toggle("two", phone)
      stage.style.setProperty("--c", (phone ? 34 : 40) + "px"); stage.style.setProperty("--a", c + "px")
      stage.style.setProperty("--high", 10.5 * (c + 3) + 24 + "px")
    },
  }
}
