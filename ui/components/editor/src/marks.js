// Marks on lines speak of the text that was graded. The learner may have typed since: they move along.
import { setDiagnostics } from "@codemirror/lint"
import { ChangeSet } from "@codemirror/state"

export class Marks {
  constructor(view) {
    this.view = view
    this.photo = null
    this.shown = null
  }

  // Remember the text that an action takes along.
  photograph(n) {
    const doc = this.view.state.doc
    this.photo = { n, doc, since: ChangeSet.empty(doc.length) }
  }

  moved(changes) { if (this.photo) this.photo.since = this.photo.since.compose(changes) }

  // `of`: the n of the action whose text the lines count in. After a reload nothing is known of it: then they are shown
  // only where the text that stands here is that same text (`fits`).
  show(markers, of, fits) {
    const what = JSON.stringify([markers, of])
    if (what === this.shown) return
    this.shown = what
    const { doc } = this.view.state
    const photo = of && this.photo?.n === of ? this.photo : fits && { doc, since: ChangeSet.empty(doc.length) }
    const found = (photo ? markers : []).filter(m => m.line >= 1 && m.line <= photo.doc.lines).map(({ line, severity, message }) => {
      const { from, to, text } = photo.doc.line(line)
      const start = photo.since.mapPos(from + text.search(/\S|$/), 1), end = photo.since.mapPos(to, -1)
      return { from: Math.min(start, end), to: Math.max(start, end), severity, message }
    })
    this.view.dispatch(setDiagnostics(this.view.state, found.sort((a, b) => a.from - b.from)))
  }
}
