// The component: one editor an element, alive across reruns. Python sends data down; actions and drafts go up.
import { Draft } from "./draft.js"
import css from "./editor.css"
import { Marks } from "./marks.js"
import { isOurs, makeView, replaceAll, setAttributes, undoAll } from "./view.js"

const alive = new WeakMap()
const sheet = new CSSStyleSheet()  // in the bundle, so that it travels once and not with every run
sheet.replaceSync(css)
const IS_MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform)

export function show({ parentElement, data, setStateValue, setTriggerValue }) {
  let editor = alive.get(parentElement)
  if (!editor) alive.set(parentElement, (editor = new Editor(parentElement)))
  editor.send = { draft: value => setStateValue("draft", value), action: value => setTriggerValue("action", value) }
  editor.update(data)
}

export function remove(parentElement) {
  alive.get(parentElement)?.destroy()
  alive.delete(parentElement)
}

class Editor {
  constructor(root) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter(other => other !== sheet), sheet]
    this.host = root.querySelector(".ed")
    const find = name => this.host.querySelector(".ed-" + name)
    this.live = find("live")
    this.hint = find("hint")
    this.buttons = { run: find("run"), submit: find("submit"), reset: find("reset") }
    this.data = null
    this.pending = null     // the action that Python has not answered yet
    this.afterReset = null  // the text before a reset, while it can be brought back
    this.view = makeView(root, find("cm"), { run: () => this.act("run"), submit: () => this.act("submit"), changed: u => this.changed(u), left: () => this.draft.flush() })
    this.draft = new Draft(() => this.code, value => this.send.draft(value))
    this.marks = new Marks(this.view)
    this.buttons.run.onclick = () => this.act("run")
    this.buttons.submit.onclick = () => this.act("submit")
    this.buttons.reset.onclick = () => this.afterReset === null ? this.reset() : this.undoReset()
    this.stopLifting = liftAboveKeyboard(this.host)
    this.draft.onOtherTab = code => { if (!this.view.hasFocus) replaceAll(this.view, code) }
  }

  get code() { return this.view.state.doc.toString() }
  get isBusy() { return Boolean(this.data?.busy || this.pending) }

  // Run or Submit: the action carries the text itself, so nothing typed a moment ago is missing.
  act(kind) {
    if (this.isBusy) return true
    const n = `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`
    this.pending = { n, kind }
    this.giveUp = setTimeout(() => { this.pending = null; this.draft.changed(); this.paint() }, 20000)  // the connection went away: try again
    this.draft.sent()
    this.marks.photograph(n)
    this.send.action({ kind, code: this.code, rev: this.draft.rev, n })
    this.paint()
    return true
  }

  reset() {
    if (this.isBusy) return
    this.afterReset = this.code
    this.act("reset")
  }

  undoReset() {
    if (this.isBusy) return
    undoAll(this.view, this.afterReset)
    this.afterReset = null
    this.paint()
    this.view.focus()
  }

  changed(update) {
    this.marks.moved(update.changes)
    if (!isOurs(update)) return
    if (this.afterReset !== null && !this.pending) { this.afterReset = null; this.paint() }
    this.draft.changed()
  }

  update(data) {
    this.data = data
    if (this.pending && data.answered === this.pending.n) this.pending = null, clearTimeout(this.giveUp)
    if (data.rev !== this.draft.rev || data.key !== this.draft.key) {  // the server owns the text only when it bumps rev
      const text = this.draft.open(data)
      replaceAll(this.view, text, this.opened)
      this.opened = true
    }
    this.draft.acknowledge(data.code)
    this.marks.show(data.markers, data.marked, data.fits && data.code === this.code)
    this.paint()
    const said = JSON.stringify(data.live ?? null)
    if (said !== this.said) { this.said = said; this.live.textContent = data.live?.text ?? "" }
  }

  paint() {
    const { words, label, quiet, busy, min_height } = this.data
    const now = busy || this.pending?.kind || ""
    setAttributes(this.view, { "aria-label": label, "aria-describedby": "ed-hint", lang: "en", spellcheck: "false", autocapitalize: "off" })
    this.buttons.run.textContent = now === "run" ? words.busy : words.run
    this.buttons.submit.textContent = now === "submit" ? words.busy : words.submit
    this.buttons.reset.textContent = this.afterReset !== null && !this.isBusy ? words.undo : words.reset
    this.hint.textContent = words.hint.replace("{mod}", IS_MAC ? "⌘" : "Ctrl")
    this.host.querySelector(".ed-more").textContent = words.more.replaceAll("{mod}", IS_MAC ? "⌘" : "Ctrl")
    for (const button of Object.values(this.buttons)) button.setAttribute("aria-disabled", String(Boolean(now)))  // `disabled` would lose the focus
    this.host.setAttribute("aria-busy", String(Boolean(now)))
    this.host.dataset.quiet = String(Boolean(quiet))
    this.host.style.setProperty("--ed-h", `${min_height ?? 240}px`)
  }

  destroy() {
    clearTimeout(this.giveUp)
    this.draft.close()
    this.stopLifting()
    this.view.destroy()
  }
}

// A soft keyboard covers what is fixed to the bottom of a phone: lift the bar by its height.
function liftAboveKeyboard(host) {
  const screen = window.visualViewport
  if (!screen) return () => {}
  const lift = () => host.style.setProperty("--kb", `${Math.max(0, innerHeight - screen.height - screen.offsetTop)}px`)
  for (const event of ["resize", "scroll"]) screen.addEventListener(event, lift)
  return () => { for (const event of ["resize", "scroll"]) screen.removeEventListener(event, lift) }
}
