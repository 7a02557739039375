// The frame around every demo: examples as chips, the stage, the arithmetic, and the bar that steps and plays.
// A scene draws the stage: unit (window or pixel), load(example), room(examples), count(), build(words, me) → nodes, draw(at, here), lines(at, words), says(at, words), fit(stage, width).
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
  let words = {}, examples = [], chosen = -1, at = 0, timer = 0, played = false, main = true, figures = "", stamp = "", ui = {}
  const says = el("div", "live", { role: "status" })
  const me = { tell: () => {}, stop, update, edited: () => { chosen = -1; draw() }, go, rebuild }
  const watch = new ResizeObserver(() => ui.stage && scene.fit(ui.stage, ui.stage.clientWidth))

  function build() {
    const button = (name, act, text) => el("button", `btn ${name}`, { type: "button", title: words[name], "aria-label": words[name], onclick: act }, sign(name), ...(text ? [text] : []))
    const chips = examples.map((p, n) => el("button", "chip", { type: "button", onclick: () => choose(n) }, p.name))
    const stage = el("div", "stage", {}, ...scene.build(words, me))
    const first = button("first", () => go(0)), back = button("back", () => go(at - 1)), next = button("next", () => go(at + 1)), play = button("play", toggle, words.play)
    const range = el("input", "", { type: "range", min: 0, max: scene.count() - 1, step: 1, "aria-label": words[scene.unit], oninput: e => go(+e.target.value) })
    const place = el("span", "n"), sums = el("div", "sum")
    const box = el("div", "box", { role: "group", tabindex: "0", "aria-label": words.group, onkeydown: keys },
      ...(chips.length > 1 ? [el("div", "top", {}, el("span", "lab", {}, words.examples), ...chips)] : []),
      stage, sums, el("div", "bar", {}, first, back, play, next, range, place))
    ui.box ? ui.box.replaceWith(box) : root.replaceChildren(box, says)   // what is read aloud must stay where it is
    ui = { box, chips, stage, first, back, next, play, range, place, sums }
    watch.disconnect(); watch.observe(root)
  }

  function draw(speak) {
    scene.draw(at, root.getRootNode().activeElement)
    ui.sums.replaceChildren(...scene.lines(at, words))
    ui.range.value = at; ui.range.setAttribute("aria-valuetext", scene.says(at, words))
    ui.place.textContent = fill(words[scene.unit + "Of"], { n: at + 1, of: scene.count() })
    const off = (b, is) => b.setAttribute("aria-disabled", String(is))   // not `disabled`: the focus would fall off the button
    off(ui.first, at === 0); off(ui.back, at === 0); off(ui.next, at === scene.count() - 1)
    ui.play.replaceChildren(sign(timer ? "pause" : "play"), timer ? words.pause : words.play)
    ui.play.setAttribute("aria-label", timer ? words.pause : words.play); ui.play.title = timer ? words.pause : words.play
    ui.chips.forEach((c, n) => c.setAttribute("aria-pressed", String(n === chosen)))
    quieten()
    if (speak) says.textContent = scene.says(at, words)
  }

  function quieten() { ui.box?.classList.toggle("quiet", played || !main) }   // one main action a page
  function noted() { if (!played) { played = true; me.tell() } }   // once: the page then makes the exercise its main action
  function stop() { clearInterval(timer); timer = 0 }
  function go(n) { stop(); at = Math.max(0, Math.min(scene.count() - 1, n)); noted(); draw(true) }
  function toggle() {
    noted()
    if (timer) { stop(); return draw(true) }
    if (at === scene.count() - 1) at = 0
    timer = setInterval(() => { at++; const end = at >= scene.count() - 1; if (end) stop(); draw(end) }, Math.max(350, Math.min(900, 12000 / scene.count())))   // a long walk goes faster
    draw()
  }
  function keys(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /range|select/.test(e.target.type) || e.key === " " && e.target.tagName === "BUTTON") return
    const act = { ArrowRight: () => go(at + 1), ArrowLeft: () => go(at - 1), Home: () => go(0), End: () => go(scene.count() - 1), " ": toggle }[e.key]
    if (act) { e.preventDefault(); act() }
  }
  function lay() { build(); scene.fit(ui.stage, ui.stage.clientWidth) }
  // A control of the scene changed the shape: begin again, and leave the focus where it was.
  function rebuild() {
    const was = root.getRootNode().activeElement?.getAttribute("aria-label")
    stop(); chosen = -1; at = 0; noted(); lay(); draw(true)
    ui.box.querySelector(`[aria-label="${was}"]`)?.focus({ preventScroll: true })
  }
  function choose(n) {
    stop(); chosen = n; at = 0; scene.load(examples[n]); lay(); draw()
    ui.chips[n]?.focus({ preventScroll: true })
  }
  function update(data) {
    const now = JSON.stringify([data.words, data.examples])
    played ||= data.played; main = data.main; quieten()
    if (now === stamp) return                                   // a rerun of the page must not disturb the learner
    const nameless = JSON.stringify(data.examples.map(p => ({ ...p, name: 0 }))), same = figures === nameless, was = ui.box
    stamp = now; words = data.words; examples = data.examples
    if (same) { lay(); return draw() }   // only the language changed: keep what was typed
    figures = nameless; scene.room?.(examples)
    choose(Math.min(data.start, examples.length - 1))
    if (!was) ui.chips[chosen]?.blur()
  }
  return me
}
