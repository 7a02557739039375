// X ⋆ K = Y, one window at a time.
function stepper() {
  let X, K, x, k, y, frame, tallest = 3
  const rows = () => X.length - K.length + 1, cols = () => X[0].length - K[0].length + 1
  const place = n => [Math.floor(n / cols()), n % cols()]
  const terms = (i, j) => K.flatMap((r, a) => r.map((v, b) => [X[i + a][j + b], v]))
  const value = (i, j) => terms(i, j).reduce((t, [u, v]) => t + u * v, 0)
  return {
    unit: "window",
    load: p => { X = copy(p.X); K = copy(p.K) },
    room: all => { tallest = Math.max(...all.map(p => p.X.length)) },
    count: () => rows() * cols(),
    build(w, me) {
      x = grid({ kind: "x", rows: X.length, cols: X[0].length, letter: "X", what: w.image, label: w.edit, edit: (i, j, v) => { X[i][j] = v; me.edited() } })
      k = grid({ kind: "k", rows: K.length, cols: K[0].length, letter: "K", what: w.kernel, label: w.edit, edit: (i, j, v) => { K[i][j] = v; me.edited() } })
      y = grid({ kind: "y", rows: rows(), cols: cols(), letter: "Y", what: w.output, pick: (i, j) => me.go(i * cols() + j) })
      x.each((i, j) => x.cells[i][j].append(el("span", "by", { "aria-hidden": "true" })))
      frame = windowOf(x)
      return [x.node, op("⋆"), k.node, el("div", "eq", {}, op("="), y.node)]
    },
    draw(at, here) {
      const [i, j] = place(at), h = K.length, wd = K[0].length
      x.each((a, b) => {
        const inside = a >= i && a < i + h && b >= j && b < j + wd
        x.put(a, b, num(X[a][b]), inside ? "in" : "", here)
        x.cells[a][b].lastChild.textContent = inside ? "×" + num(K[a - i][b - j]) : ""
      })
      k.each((a, b) => k.put(a, b, num(K[a][b]), "", here))
      y.each((a, b) => { const n = a * cols() + b; y.put(a, b, n <= at ? num(value(a, b)) : "·", n === at ? "cur" : n < at ? "done" : "") })
      frame(i, j, h, wd)
    },
    lines(at) { const [i, j] = place(at); return [sum(`Y[${i}, ${j}]`, terms(i, j), value(i, j))] },
    says(at, w) { const [i, j] = place(at); return fill(w.says, { i, j, y: num(value(i, j)) }) },
    // Cells as large as the room allows, so that a small example fills the stage that a large one needs.
    fit(stage, width) {
      const wide = X[0].length, rest = K[0].length + cols(), phone = width < 480, gap = 3, signs = phone ? 44 : 150, pad = phone ? 20 : 40
      const high = phone ? 44 : Math.min(60, tallest * 49 / X.length - gap)
      const per = (room, columns) => room / columns - gap, room = width - pad
      const one = per(room - signs, wide + rest), two = Math.min(per(room, wide), per(room - signs / 2, rest))
      const rows = one >= (phone ? 31 : 34) ? 1 : two >= 31 ? 2 : 3   // all in one row; X over K = Y; X over K over Y
      const cell = Math.floor(Math.max(20, Math.min(high, [one, two, per(room, Math.max(wide, cols()))][rows - 1])))
      stage.classList.toggle("two", rows === 2); stage.classList.toggle("three", rows === 3); stage.classList.toggle("tiny", cell < 34)
      stage.style.setProperty("--c", cell + "px")
      stage.style.minHeight = phone ? "" : tallest * 49 + 66 + "px"
    },
  }
}
