// The frame around every demo: examples as chips, the stage, the arithmetic, and the bar that steps and plays.
// A scene draws the stage: unit (window or pixel), load(example), count(), build(words, me) → nodes, draw(at, here), lines(at), says(at, words), fit(width).
const live = new WeakMap()

const mount = makeScene => component => {
  const { data, parentElement, setStateValue } = component
  let me = live.get(parentElement)
  if (!me) { me = player(parentElement.querySelector(".cs"), makeScene()); live.set(parentElement, me) }
  me.tell = () => setStateValue("played", true)
  me.update(data)
  return () => { me.stop(); live.delete(parentElement) }
}

function player(root, scene) {
  let words = {}, examples = [], chosen = -1, at = 0, timer = 0, played = false, numbers = "", stamp = "", ui = {}
  const me = { tell: () => {}, stop, update, edited: () => { chosen = -1; draw() }, go }
  const watch = new ResizeObserver(() => ui.stage && scene.fit(ui.stage, ui.stage.clientWidth))

  function build() {
    const button = (name, act, text) => el("button", `btn ${name}`, { type: "button", title: words[name], "aria-label": words[name], onclick: act }, sign(name), ...(text ? [text] : []))
    const chips = examples.map((p, n) => el("button", "chip", { type: "button", onclick: () => choose(n) }, p.name))
    const stage = el("div", "stage", {}, ...scene.build(words, me))
    const first = button("first", () => go(0)), back = button("back", () => go(at - 1)), next = button("next", () => go(at + 1)), play = button("play", toggle, words.play)
    const range = el("input", "", { type: "range", min: 0, max: scene.count() - 1, step: 1, "aria-label": words[scene.unit], oninput: e => go(+e.target.value) })
    const place = el("span", "n"), sums = el("div", "sum"), says = el("div", "live", { role: "status" })
    const box = el("div", "box", { role: "group", tabindex: "0", "aria-label": words.group, onkeydown: keys },
      ...(chips.length > 1 ? [el("div", "top", {}, el("span", "lab", {}, words.examples), ...chips)] : []),
      stage, sums, el("div", "bar", {}, first, back, play, next, range, place), says)
    root.replaceChildren(box)
    ui = { box, chips, stage, first, back, next, play, range, place, sums, says }
    watch.disconnect(); watch.observe(root)
  }

  function draw(speak) {
    scene.draw(at, root.getRootNode().activeElement)
    ui.sums.replaceChildren(...scene.lines(at))
    ui.range.value = at; ui.range.setAttribute("aria-valuetext", scene.says(at, words))
    ui.place.textContent = fill(words[scene.unit + "Of"], { n: at + 1, of: scene.count() })
    const off = (b, is) => b.setAttribute("aria-disabled", String(is))   // not `disabled`: the focus would fall off the button
    off(ui.first, at === 0); off(ui.back, at === 0); off(ui.next, at === scene.count() - 1)
    ui.play.replaceChildren(sign(timer ? "pause" : "play"), timer ? words.pause : words.play)
    ui.play.setAttribute("aria-label", timer ? words.pause : words.play); ui.play.title = timer ? words.pause : words.play
    ui.chips.forEach((c, n) => c.setAttribute("aria-pressed", String(n === chosen)))
    ui.box.classList.toggle("played", played)
    if (speak) ui.says.textContent = scene.says(at, words)
  }

  function note() { if (!played) { played = true; me.tell() } }   // once: the page then makes the exercise its main action
  function stop() { clearInterval(timer); timer = 0 }
  function go(n) { stop(); at = Math.max(0, Math.min(scene.count() - 1, n)); note(); draw(true) }
  function toggle() {
    note()
    if (timer) { stop(); return draw(true) }
    if (at === scene.count() - 1) at = 0
    timer = setInterval(() => { at++; const end = at >= scene.count() - 1; if (end) stop(); draw(end) }, Math.max(350, Math.min(900, 12000 / scene.count())))   // a long walk goes faster
    draw()
  }
  function keys(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.type === "range" || e.key === " " && e.target.tagName === "BUTTON") return
    const act = { ArrowRight: () => go(at + 1), ArrowLeft: () => go(at - 1), Home: () => go(0), End: () => go(scene.count() - 1), " ": toggle }[e.key]
    if (act) { e.preventDefault(); act() }
  }
  function choose(n) {
    stop(); chosen = n; at = 0; scene.load(examples[n])
    build(); scene.fit(ui.stage, ui.stage.clientWidth); draw()
    ui.chips[n]?.focus({ preventScroll: true })
  }
  function update(data) {
    const now = JSON.stringify([data.words, data.examples])
    played ||= data.played; ui.box?.classList.toggle("played", played)
    if (now === stamp) return                                   // a rerun of the page must not disturb the learner
    const same = numbers === JSON.stringify(data.examples.map(p => [p.X, p.K])), was = ui.box
    stamp = now; words = data.words; examples = data.examples
    if (same) { build(); scene.fit(ui.stage, ui.stage.clientWidth); return draw() }   // only the language changed: keep what was typed
    numbers = JSON.stringify(examples.map(p => [p.X, p.K])); scene.room?.(examples)
    choose(Math.min(data.start, examples.length - 1))
    if (!was) ui.chips[chosen]?.blur()
  }
  return me
}
