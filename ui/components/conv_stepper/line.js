// One dimension: K moves along a row of numbers, under the numbers that it meets.
function line() {
  let X, K, s, x, k, y, bx, by
  const bars = n => { const b = el("div", "bars", { "aria-hidden": "true" }, ...Array.from({ length: n }, () => el("i"))); b.style.setProperty("--n", n); return b }
  function raise(b, values, at = values.length) {
    const low = Math.min(0, ...values), high = Math.max(0, ...values), all = high - low || 1
    values.forEach((v, n) => { const i = b.children[n]; i.style.bottom = 100 * (Math.min(0, v) - low) / all + "%"; i.style.height = n <= at ? 100 * Math.abs(v) / all + "%" : 0; i.className = n === at ? "cur" : "" })
  }
  const made = () => Array.from({ length: s.count }, (_, n) => s.value(0, n))
  return {
    unit: "window",
    load(p) { X = [[...p.X]]; K = [[...p.K]]; s = slide(X, K) },
    count: () => s.count,
    build(w, me) {
      const label = "{m}[{j}]"
      x = numbers("x", "X", w.line, X, w, me, { label, dims: X[0].length }); k = numbers("k", "K", w.kernel, K, w, me, { label, dims: K[0].length })
      y = grid({ kind: "y", rows: 1, cols: s.cols, letter: "Y", what: w.output, dims: s.cols, pick: (_, j) => me.go(j) })
      bx = bars(X[0].length); by = bars(s.cols)
      return [el("div", "track", {}, bx, x.node, k.node, y.node, by)]
    },
    draw(at, here) {
      x.each((_, b) => x.put(0, b, num(X[0][b]), s.covers(0, at, 0, b) ? "in" : "", here))
      k.each((_, b) => k.put(0, b, num(K[0][b]), "", here))
      k.node.style.setProperty("--at", at)
      fillUp(y, at, s.cols, s.value)
      raise(bx, X[0]); raise(by, made(), at)
    },
    lines(at) { return [sum(`Y[${at}]`, s.terms(0, at), s.value(0, at))] },
    says(at, w) { return fill(w.saysLine, { i: at, y: num(s.value(0, at)) }) },
    fit(stage, width) { stage.style.setProperty("--c", side(width, X[0].length, 0, 50) + "px") },
  }
}
