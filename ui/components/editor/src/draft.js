// What was typed is kept twice: at once in this browser, and a moment later on the server. No edit is ever lost.
const PAUSE = 1200  // ms without typing before the server hears of it

export class Draft {
  constructor(read, send) {
    this.read = read
    this.send = send
    this.key = null
    this.rev = null
    this.n = 0       // counts what was sent
    this.typed = 0   // the n that will carry the newest typing; 0: everything is on the server
    this.timer = 0
    this.events = new AbortController()
    const { signal } = this.events
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.flush() }, { signal })
    addEventListener("pagehide", () => this.flush(), { signal })
    addEventListener("storage", event => this.heard(event), { signal })
  }

  get place() { return `kernel-dojo:draft:${this.key}` }

  // The text to show: what this browser has and the server never got, else the server's.
  open({ key, rev, code }) {
    clearTimeout(this.timer)
    this.timer = 0
    this.key = key
    this.rev = rev
    this.typed = 0
    const kept = this.load()
    if (kept?.rev !== rev || kept.clean || kept.code === code) return code
    this.typed = this.n + 1
    this.timer = setTimeout(() => this.flush(), 50)
    return kept.code
  }

  changed() {
    this.typed = this.n + 1
    this.store(false)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), PAUSE)
  }

  // The text goes up with an action anyway.
  sent() {
    clearTimeout(this.timer)
    this.timer = 0
  }

  flush() {
    if (!this.timer) return
    this.sent()
    this.n += 1
    this.send({ rev: this.rev, code: this.read(), n: this.n })
  }

  // `saved`: the text that the server has. While typing goes on it differs, and the copy here stays the newer one.
  acknowledge(saved) {
    if (this.typed && !this.timer && saved === this.read()) { this.typed = 0; this.store(true) }
  }

  // Another tab of this browser typed in the same exercise: follow it, unless something unsent stands here.
  heard(event) {
    if (event.key !== this.place || this.typed) return
    const kept = this.load()
    if (kept?.rev === this.rev && kept.code !== this.read()) this.onOtherTab(kept.code)
  }

  load() { try { return JSON.parse(localStorage.getItem(this.place)) } catch { return null } }

  store(clean) { try { localStorage.setItem(this.place, JSON.stringify({ rev: this.rev, code: this.read(), clean })) } catch { /* no room or not allowed: the server's copy remains */ } }

  close() {
    this.flush()
    this.events.abort()
  }
}
