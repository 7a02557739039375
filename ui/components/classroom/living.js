// HTML that is brought up to date in place: what stays the same keeps its focus, its scrolling and whether it is open.
const clocks = new WeakMap()

const sync = (old, fresh) => {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  morph(old, fresh)
}

const morph = (from, to) => {
  const old = [...from.childNodes]
  ;[...to.childNodes].forEach((fresh, n) => {
    const stands = old[n]
    if (!stands) from.append(fresh)
    else if (stands.nodeName !== fresh.nodeName) stands.replaceWith(fresh)
    else if (fresh.nodeType === Node.ELEMENT_NODE) sync(stands, fresh)
    else if (stands.data !== fresh.data) stands.data = fresh.data
  })
  old.slice(to.childNodes.length).forEach((gone) => gone.remove())
}

const tell = (root, words, since) => {
  const clock = root.querySelector("[data-clock]")
  if (!clock) return
  const seconds = Math.round((Date.now() - since) / 1000)
  const text = seconds < 60 ? words.seconds.replace("{n}", seconds) : words.minutes.replace("{n}", Math.floor(seconds / 60))
  if (clock.textContent !== text) clock.textContent = text
}

const living = ({ data, parentElement, setTriggerValue }) => {
  const root = parentElement.querySelector(".kd-living")
  const made = document.createElement("template")
  made.innerHTML = data.html
  morph(root, made.content)
  lead(root, setTriggerValue)
  clearInterval(clocks.get(root))
  if (data.words) {
    const since = Date.now()
    tell(root, data.words, since)
    clocks.set(root, setInterval(() => tell(root, data.words, since), 1000))
  }
  return () => clearInterval(clocks.get(root))
}
