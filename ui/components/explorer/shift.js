// A glyph moves about in an empty picture. The answer of a convolution moves with it; a dense layer knows one place only.
function shift() {
  const N = 12
  let glyph, K, dy, dx, dense = false, x, k, y, X, Y, Y0, share, note, here, was, hereY, wasY, modes, go
  const home = () => [Math.floor((N - glyph.length) / 2), Math.floor((N - glyph[0].length) / 2)]
  const place = (a, b) => { const [r, c] = home(); return table(N, N, (i, j) => glyph[i - r - a]?.[j - c - b] ?? 0) }
  const rows = () => N - K.length + 1, cols = () => N - K[0].length + 1
  const clip = (v, low, high) => Math.max(low, Math.min(high, v))
  // What a dense layer gives that was trained, from zero, on the picture in its first place: the old answer, times how much of the picture it meets there.
  const learned = () => { const X0 = place(0, 0).flat(), now = X.flat(); return X0.reduce((t, v, n) => t + v * now[n], 0) / X0.reduce((t, v) => t + v * v, 0) }
  const where = (w, a, b) => {
    return [b && fill(b > 0 ? w.right : w.left, { n: Math.abs(b) }), a && fill(a > 0 ? w.down : w.up, { n: Math.abs(a) })].filter(Boolean).join(w.and)
  }
  // How many values of Y that are still in the frame are the old ones, moved along.
  const kept = () => {
    let same = 0, all = 0
    Y.forEach((r, i) => r.forEach((v, j) => { const old = Y0[i - dy]?.[j - dx]; if (old !== undefined) { all++; same += Math.abs(old - v) < 1e-9 } }))
    return [same, all]
  }
  // The frame of the glyph, or of its answer, as far as it is in the picture.
  const around = (frame, a, b, high, wide, h, w) => {
    const [r, c] = home(), i = r + a - (h - 1), j = c + b - (w - 1), top = clip(i, 0, high), left = clip(j, 0, wide)
    frame(top, left, clip(i + glyph.length + h - 1, 0, high) - top, clip(j + glyph[0].length + w - 1, 0, wide) - left)
  }
  return {
    load(p) { glyph = p.X; K = p.K; dy = dx = 0 },
    build(w, me) {
      const [r, c] = home()
      go = (a, b) => { dy = clip(dy + a, -r, N - r - glyph.length); dx = clip(dx + b, -c, N - c - glyph[0].length); me.draw(true) }
      const arrow = (name, text, label, a, b) => el("button", "btn arrow " + name, { type: "button", "data-id": name, "aria-label": label, title: label, onclick: () => go(a, b) }, text)
      const pad = el("div", "arrows", { role: "group", "aria-label": w.move }, arrow("left", "←", w.leftKey, 0, -1), arrow("up", "↑", w.upKey, -1, 0), arrow("down", "↓", w.downKey, 1, 0), arrow("right", "→", w.rightKey, 0, 1))
      const back = el("button", "btn", { type: "button", onclick: () => { dy = dx = 0; me.draw(true) } }, w.home)
      const mode = (id, text) => el("button", "chip", { type: "button", "data-id": id, onclick: () => { dense = id === "dense"; me.draw(true) } }, text)
      modes = [mode("conv", w.byConv), mode("dense", w.byDense)]
      x = tiles({ kind: "x", rows: N, cols: N, letter: "X", what: w.image, label: fill(w.shiftKeys, { rows: N, cols: N }), step: go, numbers: true })
      k = grid({ kind: "k", rows: K.length, cols: K[0].length, letter: "K", what: w.kernel, label: w.edit, edit: (i, j, v) => { K[i][j] = v; me.changed() } })
      y = tiles({ kind: "y", rows: rows(), cols: cols(), letter: "Y", what: w.output, label: `Y ${w.output} ${rows()} × ${cols()}`, numbers: true })
      note = el("div", "mat learned", {}, el("div", "cap", {}, el("b", "", {}, "W")), el("div", "fact", {}, `${rows() * cols()} × ${N * N}`), el("p", "", {}, w.learned))
      was = windowOf(x); wasY = windowOf(y); here = windowOf(x); hereY = windowOf(y)
      return [x.node, el("div", "mid", {}, op("⋆"), k.node, note), el("div", "eq", {}, op("="), y.node), el("div", "bar", {}, pad, back, el("div", "modes", { role: "group", "aria-label": w.answer }, el("span", "lab", { "aria-hidden": "true" }, w.answer), ...modes))]
    },
    keys(e) {
      const by = ARROWS[e.key]
      if (by && !/INPUT|SELECT/.test(e.target.tagName) && !e.ctrlKey && !e.metaKey && !e.altKey) { e.preventDefault(); go(...by) }
    },
    draw(w, active) {
      X = place(dy, dx); Y0 = correlate(place(0, 0), K); share = learned()
      Y = dense ? Y0.map(r => r.map(v => v * share)) : correlate(X, K)
      const most = Math.max(...Y0.flat().map(Math.abs)), ink = Math.max(...glyph.flat().map(Math.abs))
      x.each((i, j) => x.put(i, j, X[i][j] ? mix("var(--ink)", .22 * Math.abs(X[i][j]) / ink, "var(--sunk)") : "var(--sunk)", X[i][j] ? num(X[i][j]) : ""))
      y.each((i, j) => { const v = Math.round(Y[i][j] * 10) / 10; y.put(i, j, diverging(Y[i][j], most, .4), v ? num(v) : "") })
      k.each((i, j) => k.put(i, j, num(K[i][j]), "", active))
      around(was, 0, 0, N, N, 1, 1); around(here, dy, dx, N, N, 1, 1)
      const [a, b] = dense ? [0, 0] : [dy, dx]
      around(wasY, 0, 0, rows(), cols(), K.length, K[0].length); around(hereY, a, b, rows(), cols(), K.length, K[0].length)
      k.node.hidden = dense; note.hidden = !dense
      k.node.previousSibling.textContent = dense ? "·" : "⋆"
      modes.forEach(m => m.setAttribute("aria-pressed", String((m.dataset.id === "dense") === dense)))
    },
    story(w) {
      const moved = fill(w.xMoved, { way: where(w, dy, dx) }), [same, all] = kept()
      const weights = { n: exact(N * N * rows() * cols()), k: K.length * K[0].length }
      if (!dy && !dx) return [w.still, dense ? fill(w.denseCost, weights) : fill(w.convCost, weights)]
      if (!dense) return [moved + fill(w.yMoved, { way: where(w, dy, dx) }), fill(w.yKept, { same, all })]
      return [moved + fill(w.yStays, { share: Math.round(100 * share) }), fill(w.denseCost, weights)]
    },
    lines(w) { const [one, two] = this.story(w); return [el("div", "fixed say", {}, el("p", "", {}, el("b", "", {}, one)), el("p", "", {}, two))] },
    says(w) { return this.story(w).join(" ") },
    fit(stage, width) {
      const phone = width < 640, high = N + cols(), room = phone ? width - 30 : width - 32 - 180 - 18 - 4 * 16
      stage.classList.add("gallery"); stage.classList.toggle("phone", phone)
      stage.style.setProperty("--cell", Math.min(28, Math.floor(room / high) - 1) + "px")
    },
  }
}
