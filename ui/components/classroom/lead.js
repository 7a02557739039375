// A plain click on one of our links changes the page within the session; every other kind of click stays the browser's.
const lead = (root, setTriggerValue) => {
  root.onclick = (event) => {
    const link = event.target.closest("a[href]")
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    setTriggerValue("opened", link.getAttribute("href"))
  }
}
