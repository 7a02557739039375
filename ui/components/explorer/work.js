// Parameters and multiplications of one convolution layer, spelled out, beside the dense layer between the same sizes.
function work() {
  let at, out, weights, products, box
  const size = axis => Math.floor((at.image[axis] + 2 * at.padding - at.kernel[axis]) / at.stride) + 1
  const fits = () => [0, 1].every(axis => at.kernel[axis] <= at.image[axis] + 2 * at.padding)
  return {
    load(p) { at = { c_in: p.c_in, c_out: p.c_out, kernel: p.kernel, image: p.image, padding: p.padding, stride: p.stride, bias: p.bias } },
    build(w, me) {
      const knob = (id, label, min, max) => number({ id, label, value: at[id], min, max, set: v => { at[id] = v; me.changed() } })
      const pair = (id, shown, labels, max) => el("div", "couple", {}, ...labels.map((label, axis) => number({ id: id + axis, label, shown: axis ? "×" : shown, value: at[id][axis], min: 1, max, set: v => { at[id][axis] = v; me.changed() } })))
      const bias = el("input", "", { type: "checkbox", "data-id": "bias", ...(at.bias ? { checked: "" } : {}), onchange: e => { at.bias = e.target.checked; me.changed() } })
      out = el("div", "steps"); weights = el("div", "steps"); products = el("div", "steps"); box = el("div", "wide")
      return [
        el("div", "knobs wide", {}, knob("c_in", w.cIn, 1, 4096), knob("c_out", w.cOut, 1, 4096), pair("kernel", w.kernelBoth, [w.kernelHigh, w.kernelWide], 15), pair("image", w.imageBoth, [w.imageHigh, w.imageWide], 2048), knob("padding", w.padding, 0, 20), knob("stride", w.strideBoth, 1, 16), el("label", "field check", {}, bias, w.bias)),
        el("div", "panel wide ledger", {}, out, weights, products), box,
      ]
    },
    counts() {
      const [h, k] = at.kernel, [H, W] = [size(0), size(1)], [n, m] = at.image
      const each = at.c_in * h * k, values = at.c_out * H * W
      return { h, k, H, W, n, m, each, values, parameters: at.c_out * (each + at.bias), products: values * each, dense: at.c_in * n * m * values }
    },
    draw(w) {
      const c = this.counts()
      box.hidden = !fits()
      if (!fits()) { for (const part of [out, weights, products]) part.replaceChildren(); return }
      const side = (n, k) => `⌊(${n} + 2·${at.padding} − ${k}) / ${at.stride}⌋ + 1`
      const b = (text, cls = "r") => el("b", cls, {}, text)
      out.replaceChildren(stepOf(w.outSize, el("span", "part", {}, `${side(c.n, c.h)} = `, b(exact(c.H))), el("span", "part", {}, `${side(c.m, c.k)} = `, b(exact(c.W)))))
      weights.replaceChildren(stepOf(w.parameters, `${at.c_out} × (${at.c_in} × ${c.h} × ${c.k}${at.bias ? " + 1" : ""}) = `, b(exact(c.parameters))))
      products.replaceChildren(stepOf(w.products, `${at.c_out} × ${c.H} × ${c.W} × ${at.c_in} × ${c.h} × ${c.k} = `, b(exact(c.products))))
      box.replaceChildren(bars(w, [{ name: w.barWeights, value: c.parameters, kind: "a" }, { name: w.barProducts, value: c.products, kind: "a" }, { name: w.barDense, value: c.dense, kind: "b" }]))
    },
    story(w) {
      if (!fits()) return w.tooLarge
      const c = this.counts()
      return said(w.workSays, { parameters: big(c.parameters, w), products: big(c.products, w), dense: big(c.dense, w), left: big(at.c_in * c.n * c.m, w), right: big(c.values, w) })
    },
    lines(w) { return [el("div", "say", {}, el("p", "", {}, this.story(w)))] },
    says(w) { return this.story(w) },
    fit(stage) { stage.classList.add("sheet") },
  }
}
