// The same windows as rows of a matrix: A · k = y.
function im2col() {
  let X, K, x, k, a, kk, y, roll, frame
  const rows = () => X.length - K.length + 1, cols = () => X[0].length - K[0].length + 1, size = () => K.length * K[0].length
  const place = n => [Math.floor(n / cols()), n % cols()]
  const row = n => { const [i, j] = place(n); return K.flatMap((r, p) => r.map((_, q) => X[i + p][j + q])) }
  const value = n => row(n).reduce((t, v, m) => t + v * K.flat()[m], 0)
  return {
    unit: "window",
    load: p => { X = copy(p.X); K = copy(p.K) },
    count: () => rows() * cols(),
    build(w, me) {
      const n = rows() * cols()
      x = grid({ kind: "x", rows: X.length, cols: X[0].length, letter: "X", what: w.image, label: w.edit, edit: (i, j, v) => { X[i][j] = v; me.edited() } })
      k = grid({ kind: "k", rows: K.length, cols: K[0].length, letter: "K", what: w.kernel, label: w.edit, edit: (i, j, v) => { K[i][j] = v; me.edited() } })
      a = grid({ kind: "a", rows: n, cols: size(), letter: "A", what: w.windows, pick: i => me.go(i) })
      kk = grid({ kind: "k flat", rows: size(), cols: 1, letter: "k", what: "" })
      y = grid({ kind: "y", rows: n, cols: 1, letter: "y", what: "", pick: i => me.go(i) })
      frame = windowOf(x)
      roll = el("div", "roll", n > 10 ? { tabindex: 0, role: "group", "aria-label": w.product } : {}, a.node, op("·"), kk.node, op("="), y.node)
      return [el("div", "pair", {}, x.node, k.node), op("→"), roll]
    },
    draw(at, here) {
      const [i, j] = place(at), h = K.length, wd = K[0].length
      x.each((p, q) => x.put(p, q, num(X[p][q]), p >= i && p < i + h && q >= j && q < j + wd ? "in" : "", here))
      k.each((p, q) => k.put(p, q, num(K[p][q]), "", here))
      kk.each(p => kk.put(p, 0, num(K.flat()[p])))
      a.each((n, m) => a.put(n, m, n <= at ? num(row(n)[m]) : "·", n === at ? "in" : n < at ? "done" : "todo"))
      y.each(n => y.put(n, 0, n <= at ? num(value(n)) : "·", n === at ? "cur" : n < at ? "done" : ""))
      frame(i, j, h, wd)
      const c = a.cells[at][0]
      if (roll.scrollHeight > roll.clientHeight) roll.scrollTop = c.offsetTop + c.offsetHeight / 2 - roll.clientHeight / 2
    },
    lines(at) { const [i, j] = place(at); return [sum(`Y[${i}, ${j}] = A[${at}] · k`, row(at).map((v, m) => [v, K.flat()[m]]), value(at))] },
    says(at, w) { const [i, j] = place(at); return fill(w.saysRow, { n: at, i, j, y: num(value(at)) }) },
    fit(stage, width) {
      const n = size() + 2, phone = width < 640, left = phone ? 0 : X[0].length * 43 + 64
      const c = Math.floor(Math.max(20, Math.min(phone ? 36 : 40, (width - (phone ? 20 : 40) - left - (phone ? 56 : 110)) / n - 3)))
      stage.classList.toggle("two", phone)
      stage.style.setProperty("--c", (phone ? 34 : 40) + "px"); stage.style.setProperty("--a", c + "px")
      stage.style.setProperty("--high", 10.5 * (c + 3) + 24 + "px")
    },
  }
}
