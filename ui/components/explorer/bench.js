// The frame around every exploration: examples as chips, the stage, what it comes to. A scene says what stands there:
// load(example), build(words, me) → nodes, draw(words, here), lines(words) → nodes, says(words), and where needed fit(stage, width) and keys(event).
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
const live = new WeakMap()

const mount = makeScene => component => {
  const { data, parentElement } = component
  let me = live.get(parentElement)
  if (!me) { me = bench(parentElement.querySelector(".cs"), makeScene()); live.set(parentElement, me) }
  me.update(data)
  return () => { me.stop(); live.delete(parentElement) }
}

function bench(root, scene) {
  let words = {}, examples = [], chosen = -1, stamp = "", numbers = "", ui = {}
  const me = { update, draw, stop: () => watch.disconnect(), changed: () => { chosen = -1; draw(true) }, rebuilt: () => { chosen = -1; build(); draw(true) } }
  const fit = () => ui.stage && scene.fit?.(ui.stage, ui.stage.clientWidth)
  const watch = new ResizeObserver(fit)

  // A rebuilt stage keeps the focus on the field of the same name.
  function build() {
    const held = root.getRootNode().activeElement?.dataset?.id
    const chips = examples.map((p, n) => el("button", "chip", { type: "button", onclick: () => choose(n) }, p.name))
    const stage = el("div", "stage", {}, ...scene.build(words, me)), sums = el("div", "sum"), says = el("div", "live", { role: "status" })
    const box = el("div", "box", { role: "group", "aria-label": words.group },
      ...(chips.length > 1 ? [el("div", "top", {}, el("span", "lab", {}, words.examples), ...chips)] : []), stage, sums, says)
    if (scene.keys) box.addEventListener("keydown", e => scene.keys(e))
    root.replaceChildren(box)
    ui = { chips, stage, sums, says }
    watch.disconnect(); watch.observe(root); fit()
    if (held) root.querySelector(`[data-id="${held}"]`)?.focus({ preventScroll: true })
  }
  function draw(speak) {
    scene.draw(words, root.getRootNode().activeElement)
    ui.sums.replaceChildren(...scene.lines(words))
    ui.chips.forEach((c, n) => c.setAttribute("aria-pressed", String(n === chosen)))
    if (speak) ui.says.textContent = scene.says(words)
  }
  function choose(n, quiet) {
    chosen = n; scene.load(structuredClone(examples[n])); build(); draw()
    if (!quiet) ui.chips[n]?.focus({ preventScroll: true })
  }
  function update(data) {
    const now = JSON.stringify(data)
    if (now === stamp) return                                   // a rerun of the page must not disturb the learner
    const facts = JSON.stringify(data.examples.map(p => ({ ...p, name: "" })))
    stamp = now; words = data.words; examples = data.examples
    if (facts === numbers) { build(); return draw() }           // only the language changed: keep what was set
    numbers = facts
    choose(Math.min(data.start, examples.length - 1), true)
  }
  return me
}

// A labelled number; `shown` is a shorter label for the eye. With `slide` a slider beside it turns the same number.
function number({ id, label, shown = label, value, min, max, step = 1, slide, set }) {
  let is = value
  const box = el("input", "num", { type: "number", inputmode: "decimal", min, max, step, value, "data-id": id, "aria-label": label })
  const bar = slide && el("input", "", { type: "range", min, max, step, value, "data-id": id + "-slide", "aria-label": label })
  const take = (v, from) => {
    const good = Number.isFinite(v) && v >= min && v <= max && (step % 1 || Number.isInteger(v))
    box.toggleAttribute("aria-invalid", !good)
    if (!good) return
    is = v
    if (from === bar) box.value = v; else if (bar) bar.value = v
    set(v)
  }
  box.addEventListener("input", () => take(box.value === "" ? NaN : +box.value, box))
  box.addEventListener("blur", () => { box.value = is; box.removeAttribute("aria-invalid") })
  bar?.addEventListener("input", () => take(+bar.value, bar))
  return el("div", "field", {}, el("span", "name", { "aria-hidden": "true" }, shown), box, ...(bar ? [bar] : []))
}

// A labelled choice of [id, text].
function choice({ id, label, options, value, set }) {
  const list = el("select", "choice", { "data-id": id, "aria-label": label, onchange: e => set(e.target.value) },
    ...options.map(([key, text]) => el("option", "", { value: key, ...(key === value ? { selected: "" } : {}) }, text)))
  return list
}

// A number with every digit, the long ones in groups of three.
const exact = n => { const [whole, rest] = num(n).split("."); return (n < 1e4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",")) + (rest ? "." + rest : "") }
