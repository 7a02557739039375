// What a dense layer on a photo costs, spelled out beside a convolution.
function dense() {
  let at, left, right, box
  return {
    load(p) { at = { megapixels: p.megapixels, colours: p.colours, hidden: p.hidden, kernel: p.kernel, channels: p.channels } },
    build(w, me) {
      const knob = (id, label, min, max, more = {}) => number({ id, label, value: at[id], min, max, set: v => { at[id] = v; me.changed() }, ...more })
      left = el("div", "steps"); right = el("div", "steps"); box = el("div", "wide")
      return [
        el("div", "knobs wide", {}, knob("megapixels", w.megapixels, .1, 200, { step: .1, slide: true }), knob("colours", w.colours, 1, 4)),
        el("div", "panel", {}, el("h2", "", {}, w.denseLayer), knob("hidden", w.hidden, 1, 1000, { slide: true }), left),
        el("div", "panel", {}, el("h2", "", {}, w.convolution), el("div", "knobs", {}, knob("kernel", w.kernelSide, 1, 11), knob("channels", w.channels, 1, 512)), right),
        box,
      ]
    },
    counts() {
      const values = Math.round(at.megapixels * at.colours * 1e6), weights = values * at.hidden, few = at.colours * at.kernel ** 2 * at.channels
      return { values, weights, few }
    },
    draw(w) {
      const { values, weights, few } = this.counts()
      left.replaceChildren(
        stepOf(w.values, `${big(Math.round(at.megapixels * 1e6), w)} × ${at.colours}`, ...becomes(values, w)),
        stepOf(w.weightCount, `${big(values, w)} × ${exact(at.hidden)}`, ...becomes(weights, w)),
        stepOf(w.memory, `${big(weights, w)} × 4`, ...becomes(4 * weights, w, w.bytes)))
      right.replaceChildren(
        stepOf(w.window, `${at.kernel} × ${at.kernel} × ${at.colours}`, ...becomes(few / at.channels, w)),
        stepOf(w.kernelCount, `${exact(few / at.channels)} × ${exact(at.channels)}`, ...becomes(few, w)),
        stepOf(w.memory, `${big(few, w)} × 4`, ...becomes(4 * few, w, w.bytes)))
      box.replaceChildren(bars(w, [{ name: w.denseLayer, value: weights, kind: "b" }, { name: w.convolution, value: few, kind: "a" }]))
    },
    story(w) {
      const { weights, few } = this.counts()
      return said(w.denseSays, { dense: big(weights, w), conv: big(few, w), times: big(+(weights / few).toPrecision(4), w) })
    },
    lines(w) { return [el("div", "say", {}, el("p", "", {}, this.story(w)))] },
    says(w) { return this.story(w) },
    fit(stage) { stage.classList.add("sheet") },
  }
}
