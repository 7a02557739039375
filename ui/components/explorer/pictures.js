// A kernel over a whole picture: choose both, change the kernel, point at a pixel and read how it came about.
const noise = seed => () => { seed = seed + 0x6D2B79F5 | 0; let t = Math.imul(seed ^ seed >>> 15, 1 | seed); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 2 ** 32 }
const K_SHAPE = ["1000001", "1000010", "1000100", "1111000", "1000100", "1000010", "1000001"]
function photo() {                                              // sky, sun, two hills, and the grain of a sensor
  const grain = noise(7)
  return table(24, 24, (i, j) => {
    const far = 14 + 2.5 * Math.sin(j / 4), near = 18 + 2 * Math.cos(j / 5)
    const v = i > near ? 14 : i > far ? 38 : Math.hypot(i - 6, j - 17) < 3 ? 92 : 80 - 1.6 * i
    return Math.max(0, Math.min(99, Math.round(v + 10 * (grain() - .5))))
  })
}
function bar(on) { const grain = noise(3); return table(12, 12, (i, j) => on(i, j) ? 8 + Math.round(grain()) : Math.round(grain() * 1.4)) }
const PICTURES = {
  disc: () => table(20, 20, (i, j) => Math.hypot(i - 9.5, j - 9.5) < 6.6 ? 9 : 0),
  stripes: () => table(20, 20, (i, j) => Math.floor((j < 10 ? j : i) / 2) % 2 ? 9 : 0),
  ramp: () => table(20, 20, (_, j) => j),
  letter: () => table(18, 18, (i, j) => +(K_SHAPE[Math.floor((i - 2) / 2)]?.[Math.floor((j - 2) / 2)] ?? 0) * 3 + 3),
  photo,
  "bars-h": () => bar(i => i === 3 || i === 8), "bars-v": () => bar((_, j) => j === 3 || j === 8),
  "bars-d": () => bar((i, j) => i - j === 3 || j - i === 3), "bars-a": () => bar((i, j) => i + j === 8 || i + j === 14),
}
const WHITE_AT = { ramp: 19, photo: 99 }   // and 9 in the others
const KERNELS = {   // numbers, and what the sum is divided by
  identity: [[[0, 0, 0], [0, 1, 0], [0, 0, 0]], 1], box: [[[1, 1, 1], [1, 1, 1], [1, 1, 1]], 9], gaussian: [[[1, 2, 1], [2, 4, 2], [1, 2, 1]], 16],
  sharpen: [[[0, -1, 0], [-1, 5, -1], [0, -1, 0]], 1], laplacian: [[[0, 1, 0], [1, -4, 1], [0, 1, 0]], 1],
  "sobel-x": [[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], 1], "sobel-y": [[[-1, -2, -1], [0, 0, 0], [1, 2, 1]], 1], emboss: [[[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], 1],
  "line-h": [[[-1, -1, -1], [2, 2, 2], [-1, -1, -1]], 1], "line-v": [[[-1, 2, -1], [-1, 2, -1], [-1, 2, -1]], 1],
  "line-d": [[[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], 1], "line-a": [[[-1, -1, 2], [-1, 2, -1], [2, -1, -1]], 1],
}

function pictures() {
  let name, kernel, X, K, by, Y, at, x, k, y, seen, seenY, scale, bars = false
  const top = () => WHITE_AT[name] ?? 9, sum3 = () => K.flat().reduce((t, v) => t + v, 0)
  const terms = () => K.flatMap((r, a) => r.map((v, b) => [X[at[0] + a][at[1] + b], v]))
  const clamp = (v, n) => Math.max(0, Math.min(n - 1, v))
  const answer = () => correlate(X, K).map(r => r.map(v => v / by))
  // A new picture begins at its strongest answer near the middle, where the arithmetic is worth reading.
  const show = id => {
    name = id; X = PICTURES[id]()
    const middle = X.length / 2 - 1, rank = ([i, j], v) => 1e3 * Math.abs(v) - Math.hypot(i - middle, j - middle)
    const all = answer().flatMap((r, i) => r.map((v, j) => [[i, j], v]))
    at = all.reduce((best, now) => rank(...now) > rank(...best) ? now : best)[0]
  }
  const take = id => { kernel = id; if (id) [K, by] = copy(KERNELS[id]) }
  return {
    load(p) {
      take(p.kernel); show(p.picture); bars ||= p.picture.startsWith("bars")
    },
    build(w, me) {
      const pick = (i, j, speak) => {
        const to = [clamp(i, X.length - 2), clamp(j, X[0].length - 2)]
        if (to.join() !== at.join()) { at = to; me.draw(speak) }
      }
      const names = Object.keys(PICTURES).filter(id => id.startsWith("bars") === bars), fits = Object.keys(KERNELS).filter(id => bars || !id.startsWith("line"))
      const one = choice({ id: "picture", label: w.picture, value: name, options: names.map(id => [id, w["picture-" + id]]), set: id => { show(id); me.rebuilt() } })
      const two = choice({ id: "kernel", label: w.kernel, value: kernel, options: [["", w.own], ...fits.map(id => [id, w["kernel-" + id]])], set: id => { take(id); me.rebuilt() } })
      const edited = () => { kernel = ""; me.changed() }
      x = tiles({ kind: "x", rows: X.length, cols: X[0].length, letter: "X", head: one, label: `X ${w["picture-" + name]} ${X.length} × ${X[0].length}`, point: (i, j) => pick(i - 1, j - 1) })
      k = grid({ kind: "k", rows: 3, cols: 3, letter: "K", what: w.kernel, label: w.edit, edit: (i, j, v) => { K[i][j] = v; edited() } })
      y = tiles({ kind: "y", rows: X.length - 2, cols: X[0].length - 2, letter: "Y", what: w.output, label: fill(w.pixelKeys, { rows: X.length - 2, cols: X[0].length - 2 }), point: pick, step: (di, dj) => pick(at[0] + di, at[1] + dj, true) })
      k.node.firstChild.replaceWith(el("div", "cap", {}, el("b", "", {}, "K"), two))
      const div = number({ id: "by", label: w.dividedBy, value: by, min: 1, max: 999, set: v => { by = v; edited() } })
      scale = el("div", "scale", { role: "img" })
      seen = windowOf(x); seenY = windowOf(y)
      return [x.node, op("⋆"), el("div", "kcol", {}, k.node, div), el("div", "eq", {}, op("="), el("div", "ycol", {}, y.node, scale))]
    },
    draw(w, here) {
      Y = answer()
      const high = top(), asPicture = sum3() > 1e-9, most = Math.max(...Y.flat().map(Math.abs)), [i, j] = at
      x.each((a, b) => x.put(a, b, grey(X[a][b], high)))
      y.each((a, b) => y.put(a, b, asPicture ? grey(Y[a][b], high) : diverging(Y[a][b], most)))
      k.each((a, b) => k.put(a, b, num(K[a][b]), "", here))
      seen(i, j, 3, 3); seenY(i, j, 1, 1)
      scale.className = asPicture ? "scale grey" : "scale"
      const ends = asPicture ? [0, high] : [-most, 0, most]
      const beyond = asPicture ? [["neg", w.below, v => v < -1e-9], ["pos", fill(w.above, { top: high }), v => v > high + 1e-9]].filter(([, , is]) => Y.flat().some(is)) : []
      scale.replaceChildren(el("span", "ramp"), ...ends.map(v => el("span", "", {}, num(v))), el("span", "beyond", {}, ...beyond.map(([kind, text]) => el("span", kind, {}, text))))
      scale.setAttribute("aria-label", fill(asPicture ? w.scaleGrey : w.scaleSigned, { top: num(asPicture ? high : most) }))
      k.node.querySelector("select").value = kernel
    },
    lines(w) {
      const [i, j] = at, whole = Y[i][j] * by
      const out = by === 1 ? [sum(`Y[${i}, ${j}]`, terms(), whole)] : [sum(w.total, terms(), whole), el("div", "line", {}, el("span", "l", {}, `Y[${i}, ${j}]`), ` = ${num(whole)} / ${num(by)} = `, el("b", "r", {}, num(Y[i][j])))]
      return [el("div", "fixed", {}, ...out)]
    },
    says(w) { return fill(w.saysPixel, { i: at[0], j: at[1], y: num(Y[at[0]][at[1]]), x: X[at[0] + 1][at[1] + 1] }) },
    // X and Y keep one size of cell, beside K where there is room, and on a phone side by side under it.
    fit(stage, width) {
      const n = X.length, phone = width < 640, room = phone ? width - 16 - 14 : width - 32 - 156 - 2 * 20 - 4 * 16
      stage.classList.add("gallery"); stage.classList.toggle("phone", phone)
      stage.style.setProperty("--cell", Math.min(26, Math.floor(room / (2 * n - 2))) + "px")
    },
  }
}
