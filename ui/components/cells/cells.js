const alive = new WeakMap()

export default function (component) {
  const { parentElement, data, setStateValue, setTriggerValue } = component
  let grid = alive.get(parentElement)
  if (!grid) alive.set(parentElement, (grid = new Grid(parentElement.querySelector(".cells"))))
  grid.send = { draft: value => setStateValue("draft", value), action: value => setTriggerValue("action", value) }
  grid.update(data)
  // Streamlit may run the cleanup of a call that a newer one has overtaken: only the newest may end the grid.
  const call = (grid.call = (grid.call ?? 0) + 1)
  return () => { if (grid.call === call) { grid.flush(); alive.delete(parentElement) } }
}

// A number as people write it: a true minus sign counts as one. NaN where it is none.
const read = text => {
  const plain = text.trim().replace("−", "-")
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN
}

class Grid {
  constructor(host) {
    this.host = host
    this.rev = null
    this.pending = null
    this.timer = 0
  }

  get columns() { return this.data.shape.at(-1) }

  update(data) {
    this.data = data
    if (data.answered === this.pending) this.pending = null
    if (!this.inputs || this.inputs.length !== data.shape.reduce((a, b) => a * b, 1)) this.build()
    if (data.rev !== this.rev) {
      this.rev = data.rev
      this.inputs.forEach((input, n) => { input.value = data.values[n] ?? ""; this.mark(input, false) })
    }
    this.paint()
  }

  build() {
    const { shape } = this.data
    const total = shape.reduce((a, b) => a * b, 1), sheet = shape.at(-2) ?? 1
    this.table = document.createElement("div")
    this.table.className = "grid"
    this.table.style.setProperty("--columns", this.columns)
    this.inputs = Array.from({ length: total }, (_, n) => {
      const input = document.createElement("input")
      input.inputMode = "decimal"
      input.autocomplete = "off"
      input.spellcheck = false
      const row = Math.floor(n / this.columns)
      if (row > 0 && row % sheet === 0) input.classList.add("apart")
      input.oninput = () => this.typed(input)
      input.onkeydown = event => this.key(event, n)
      input.onpaste = event => this.paste(event, n)
      return input
    })
    this.table.append(...this.inputs)
    this.submit = document.createElement("button")
    this.submit.type = "button"
    this.submit.onclick = () => this.act()
    this.hint = document.createElement("span")
    this.hint.className = "hint"
    this.said = document.createElement("p")
    this.said.setAttribute("role", "status")
    const bar = document.createElement("div")
    bar.className = "bar"
    bar.append(this.submit, this.hint)
    this.host.replaceChildren(this.table, this.said, bar)
  }

  paint() {
    const { words, busy, quiet } = this.data
    const isBusy = Boolean(busy || this.pending)
    this.inputs.forEach((input, n) => {
      const [i, j] = [Math.floor(n / this.columns), n % this.columns]
      input.setAttribute("aria-label", words.cell.replace("{i}", i).replace("{j}", j))
    })
    this.submit.textContent = isBusy ? words.busy : words.submit
    this.submit.setAttribute("aria-disabled", String(isBusy))
    this.submit.dataset.quiet = String(quiet)
    this.hint.textContent = words.hint
  }

  key(event, n) {
    const { selectionStart: start, selectionEnd: end, value } = event.target
    const step = {
      ArrowUp: -this.columns, ArrowDown: this.columns,
      ArrowLeft: start === 0 && end === 0 ? -1 : 0, ArrowRight: start === value.length ? 1 : 0, Enter: 1,
    }[event.key]
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || n === this.inputs.length - 1)) return this.act()
    const next = step && this.inputs[n + step]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.select()
  }

  paste(event, n) {
    const numbers = event.clipboardData.getData("text").split(/[\s,;[\]()]+/).filter(Boolean)
    if (numbers.length < 2) return
    event.preventDefault()
    numbers.slice(0, this.inputs.length - n).forEach((text, k) => { this.inputs[n + k].value = text })
    this.typed(event.target)
  }

  typed(input) {
    this.mark(input, false)
    this.said.textContent = ""
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), 900)
  }

  flush() {
    if (!this.timer) return
    clearTimeout(this.timer)
    this.timer = 0
    this.send.draft({ rev: this.rev, values: this.inputs.map(input => input.value) })
  }

  mark(input, isWrong) { input.setAttribute("aria-invalid", String(isWrong)) }

  act() {
    if (this.data.busy || this.pending) return
    const missing = this.inputs.filter(input => Number.isNaN(read(input.value)))
    this.inputs.forEach(input => this.mark(input, missing.includes(input)))
    if (missing.length) { this.said.textContent = this.data.words.fill; missing[0].focus(); return }
    clearTimeout(this.timer)
    this.timer = 0
    this.pending = `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`
    this.send.action({ kind: "submit", values: this.inputs.map(input => input.value), numbers: this.inputs.map(input => read(input.value)), rev: this.rev, n: this.pending })
    setTimeout(() => { this.pending = null; this.paint() }, 20000)
    this.paint()
  }
}
