// A stack of layers along one axis: one cell of the last layer, and the cells of every earlier one that it depends on.
const draw2d = (tag, attrs, ...kids) => {
  const e = document.createElementNS(SVG, tag)
  for (const [k, v] of Object.entries(attrs)) e.setAttribute(k, v)
  e.append(...kids)
  return e
}
function field() {
  const SHOWN = 5, HIGH = 22, STEP = 62, MOST = 5
  let layers, at = 2, svg, holder, list, again, width = 800
  // Per level, the image first: how many cells, r and jump.
  const levels = () => {
    const all = [{ r: 1, jump: 1 }]
    for (const [k, s] of layers) { const { r, jump } = all.at(-1); all.push({ k, s, r: r + (k - 1) * jump, jump: jump * s }) }
    all.at(-1).n = SHOWN
    for (let l = layers.length; l > 0; l--) all[l - 1].n = (all[l].n - 1) * layers[l - 1][1] + layers[l - 1][0]
    return all
  }
  const lit = () => {
    const seen = [new Set([at])]
    for (const [k, s] of [...layers].reverse()) seen.unshift(new Set([...seen[0]].flatMap(i => Array.from({ length: k }, (_, a) => i * s + a))))
    return seen
  }
  const span = cells => [Math.min(...cells), Math.max(...cells)]
  return {
    load(p) { layers = p.layers; at = 2 },
    build(w, me) {
      again = () => me.draw()
      const go = n => { at = Math.max(0, Math.min(SHOWN - 1, n)); me.draw(true) }
      svg = draw2d("svg", { "aria-hidden": "true" })
      holder = el("div", "wide cone", { role: "application", tabindex: 0, "data-id": "cone", "aria-label": w.fieldKeys }, svg)
      holder.addEventListener("keydown", e => { const by = ARROWS[e.key]?.[1]; if (by) { e.preventDefault(); go(at + by) } })
      svg.addEventListener("click", e => { const cell = e.target.dataset.cell; if (cell !== undefined) go(+cell) })
      list = el("div", "layers wide", { role: "table", "aria-label": w.layers })
      const edit = (l, n, v) => { layers[l][n] = v; me.changed() }
      const head = el("div", "layer head", { role: "row" }, ...[w.layer, w.kernelSize, w.stride, w.growth, w.jumps, ""].map(text => el("span", "", { role: "columnheader" }, text || el("span", "live", {}, w.remove))))
      const rows = layers.map(([k, s], l) => el("div", "layer", { role: "row" },
        el("span", "", { role: "rowheader" }, String(l + 1)),
        el("span", "", { role: "cell" }, number({ id: "k" + l, label: fill(w.layerKernel, { n: l + 1 }), value: k, min: 1, max: 7, set: v => edit(l, 0, v) })),
        el("span", "", { role: "cell" }, number({ id: "s" + l, label: fill(w.layerStride, { n: l + 1 }), value: s, min: 1, max: 3, set: v => edit(l, 1, v) })),
        el("span", "calc", { role: "cell" }), el("span", "calc", { role: "cell" }),
        el("span", "", { role: "cell" }, el("button", "btn", { type: "button", "data-id": "x" + l, "aria-label": fill(w.removeLayer, { n: l + 1 }), title: fill(w.removeLayer, { n: l + 1 }), ...(layers.length < 2 ? { disabled: "" } : {}), onclick: () => { layers.splice(l, 1); me.rebuilt() } }, "×"))))
      list.append(head, ...rows)
      const add = el("button", "btn", { type: "button", "data-id": "add", ...(layers.length >= MOST ? { disabled: "" } : {}), onclick: () => { layers.push([3, 1]); me.rebuilt() } }, w.addLayer)
      return [holder, list, el("div", "wide", {}, add)]
    },
    draw(w) {
      const all = levels(), seen = lit(), unit = (width - 2) / all[0].n, y = l => 22 + (all.length - 1 - l) * STEP
      const left = (l, i) => 1 + (i * all[l].jump + (all[l].r - all[l].jump) / 2) * unit, wide = l => all[l].jump * unit
      const gap = Math.min(3, unit * .16), parts = []
      all.forEach((level, l) => {
        const [a, b] = span(seen[l])
        if (l) {
          const [c, d] = span(seen[l - 1])
          parts.push(draw2d("polygon", { class: "light", points: [[left(l, a), y(l) + HIGH], [left(l, b) + wide(l), y(l) + HIGH], [left(l - 1, d) + wide(l - 1), y(l - 1)], [left(l - 1, c), y(l - 1)]].map(p => p.join(",")).join(" ") }))
        }
      })
      all.forEach((level, l) => {
        for (let i = 0; i < level.n; i++) parts.push(draw2d("rect", {
          x: left(l, i) + gap / 2, y: y(l), width: Math.max(.6, wide(l) - gap), height: HIGH, rx: Math.min(4, unit / 4),
          class: (seen[l].has(i) ? "seen" : "unseen") + (l === 0 ? " image" : "") + (l === all.length - 1 ? " last" : ""), ...(l === all.length - 1 ? { "data-cell": i } : {}),
        }))
        const name = l ? fill(w.levelName, { n: l, k: level.k, s: level.s }) : w.imageRow
        parts.push(draw2d("text", { x: 1, y: y(l) - 7, class: "name" }, name), draw2d("text", { x: width - 1, y: y(l) - 7, class: "count" }, fill(w.cellsLit, { n: seen[l].size, of: level.n })))
      })
      svg.setAttribute("width", width); svg.setAttribute("height", y(0) + HIGH + 2)
      svg.replaceChildren(...parts)
      ;[...list.children].slice(1).forEach((row, l) => {
        const before = all[l], now = all[l + 1], [r, jump] = row.querySelectorAll(".calc")
        r.replaceChildren(el("span", "lead", {}, "r = "), el("span", "how", {}, `${before.r} + (${now.k} − 1)·${before.jump} = `), el("b", "r", {}, String(now.r)))
        jump.replaceChildren(el("span", "lead", {}, "jump = "), el("span", "how", {}, `${before.jump}·${now.s} = `), el("b", "r", {}, String(now.jump)))
      })
    },
    story(w) {
      const all = levels(), seen = lit()[0], [a, b] = span(seen), r = all.at(-1).r
      return fill(seen.size === r ? w.fieldSays : w.fieldHoles, { n: at, layer: layers.length, a, b, r, size: seen.size })
    },
    lines(w) { return [el("div", "say", {}, el("p", "", {}, this.story(w)))] },
    says(w) { return this.story(w) },
    fit(stage, room) { stage.classList.add("sheet"); const now = holder.clientWidth; if (now && now !== width) { width = now; again() } },
  }
}
