// X and K, each as it is or transposed: four correlations, and which of them are Y or its transpose.
function transpose() {
  let X, K, w, eqs
  const T = m => m[0].map((_, j) => m.map(r => r[j]))
  const WAYS = [["X", "K"], ["Xᵀ", "K"], ["X", "Kᵀ"], ["Xᵀ", "Kᵀ"]]
  const pick = n => [WAYS[n][0] === "X" ? X : T(X), WAYS[n][1] === "K" ? K : T(K)]
  const out = n => { const s = slide(...pick(n)); return table(s.rows, s.cols, s.value) }
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
  function verdict(n) {
    const y = out(0), z = out(n), is = [same(z, y) ? "Y" : "", same(z, T(y)) ? "Yᵀ" : ""].filter(Boolean)
    return is.length ? `${WAYS[n].join(" ⋆ ")} = ${is.join(" = ")}` : `${WAYS[n].join(" ⋆ ")} ≠ Y, ≠ Yᵀ`
  }
  return {
    unit: "way",
    load(p) { X = copy(p.X); K = copy(p.K) },
    count: () => WAYS.length,
    build(words, me) {
      w = words
      eqs = WAYS.map(([a, b], n) => {
        const [p, q] = pick(n), z = out(n), plain = (kind, letter, m) => grid({ kind, rows: m.length, cols: m[0].length, letter, what: "" })
        const x = n ? plain("x", a, p) : numbers("x", a, "", X, w, me), k = n ? plain("k", b, q) : numbers("k", b, "", K, w, me)
        const y = plain("y", `${a} ⋆ ${b}`, z)
        return { x, k, y, node: el("div", "eq way", { onclick: () => me.go(n) }, x.node, op("⋆"), k.node, op("="), y.node) }
      })
      return [el("div", "ways", {}, ...eqs.map(e => e.node))]
    },
    draw(at, here) {
      eqs.forEach((e, n) => {
        const [p, q] = pick(n), z = out(n)
        e.x.each((i, j) => e.x.put(i, j, num(p[i][j]), "", here)); e.k.each((i, j) => e.k.put(i, j, num(q[i][j]), "", here))
        e.y.each((i, j) => e.y.put(i, j, n <= at ? num(z[i][j]) : "·", n === at ? "done now" : n < at ? "done" : ""))
        e.node.classList.toggle("on", n === at)
      })
    },
    lines(at) {
      const why = at === 3 ? w.always : at && same(X, T(X)) ? w.symmetric : at && /[^≠] Yᵀ?$/.test(verdict(at)) ? w.chance : at ? w.refuted : w.reference
      return [el("div", "line", {}, el("span", "r", {}, at ? verdict(at) : "Y = X ⋆ K")), note(why)]
    },
    says: (at, words) => fill(words.saysWay, { n: at + 1, y: at ? verdict(at) : "Y = X ⋆ K" }),
    fit(stage, width) {
      const phone = width < 640, n = X[0].length + K[0].length + X.length
      stage.style.setProperty("--c", side(phone ? width : width / 2, Math.max(n, X.length + K.length + X[0].length), phone ? 60 : 100, 34) + "px")
    },
  }
}
