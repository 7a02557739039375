// X ⋆ K = Y, one window at a time.
function stepper() {
  let X, K, s, x, k, y, frame, tallest = 3
  return {
    unit: "window",
    load(p) { X = copy(p.X); K = copy(p.K); s = slide(X, K) },
    room: all => { tallest = Math.max(...all.map(p => p.X.length)) },
    count: () => s.count,
    build(w, me) {
      x = numbers("x", "X", w.image, X, w, me); k = numbers("k", "K", w.kernel, K, w, me)
      y = grid({ kind: "y", rows: s.rows, cols: s.cols, letter: "Y", what: w.output, pick: (i, j) => me.go(i * s.cols + j) })
      x.each((i, j) => x.cells[i][j].append(el("span", "by", { "aria-hidden": "true" })))
      frame = windowOf(x)
      return [x.node, op("⋆"), k.node, el("div", "eq", {}, op("="), y.node)]
    },
    draw(at, here) {
      const [i, j] = s.place(at)
      x.each((a, b) => {
        const inside = s.covers(i, j, a, b)
        x.put(a, b, num(X[a][b]), inside ? "in" : "", here)
        x.cells[a][b].lastChild.textContent = inside ? "×" + num(K[a - i][b - j]) : ""
      })
      k.each((a, b) => k.put(a, b, num(K[a][b]), "", here))
      fillUp(y, at, s.cols, s.value)
      frame(i, j, K.length, K[0].length)
    },
    lines(at) { const [i, j] = s.place(at); return [sum(`Y[${i}, ${j}]`, s.terms(i, j), s.value(i, j))] },
    says(at, w) { const [i, j] = s.place(at); return fill(w.says, { i, j, y: num(s.value(i, j)) }) },
    // Cells as large as the room allows, so that a small example fills the stage that a large one needs.
    fit(stage, width) {
      const wide = X[0].length, rest = K[0].length + s.cols, phone = width < 480, gap = 3, signs = phone ? 44 : 150
      const high = phone ? 44 : Math.min(60, tallest * 49 / X.length - gap)
      const per = (columns, used = 0) => (width - (phone ? 20 : 40) - used) / columns - gap
      const one = per(wide + rest, signs), two = Math.min(per(wide), per(rest, signs / 2))
      const rows = one >= (phone ? 31 : 34) ? 1 : two >= 31 ? 2 : 3   // all in one row; X over K = Y; X over K over Y
      const cell = Math.floor(Math.max(20, Math.min(high, [one, two, per(Math.max(wide, s.cols))][rows - 1])))
      stage.classList.toggle("two", rows === 2); stage.classList.toggle("three", rows === 3); stage.classList.toggle("tiny", cell < 34)
      stage.style.setProperty("--c", cell + "px")
      stage.style.minHeight = phone ? "" : tallest * 49 + 66 + "px"
    },
  }
}
