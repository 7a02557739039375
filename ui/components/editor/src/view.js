// CodeMirror, set up for short Python: its keys, its colours (from Streamlit's theme), wrapped lines that keep their indent.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete"
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands"
import { python } from "@codemirror/lang-python"
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language"
import { lintGutter } from "@codemirror/lint"
import { Annotation, Compartment, EditorState, Prec, RangeSetBuilder, Transaction } from "@codemirror/state"
import { Decoration, EditorView, ViewPlugin, drawSelection, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view"
import { tags as t } from "@lezer/highlight"

const fromServer = Annotation.define()
const attributes = new Compartment()
const color = (name, otherwise) => `var(--st-${name}, ${otherwise})`
const ink = percent => `color-mix(in srgb, ${color("text-color", "#222")} ${percent}%, transparent)`

const theme = EditorView.theme({
  "&": { color: color("text-color", "#222"), border: `1px solid ${color("border-color", "#ccc")}`, fontSize: color("code-font-size", "14px"), overflow: "hidden" },
  "&.cm-focused": { outline: `2px solid ${color("primary-color", "#3d4fb0")}`, outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: color("code-font", "monospace"), lineHeight: "1.55" },
  ".cm-content": { caretColor: color("text-color", "#222"), padding: "10px 0" },
  ".cm-cursor": { borderLeftColor: color("text-color", "#222"), borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "transparent", border: "none", color: ink(72) },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: ink(5) },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: `color-mix(in srgb, ${color("primary-color", "#3d4fb0")} 28%, transparent) !important` },
  ".cm-tooltip": { backgroundColor: color("background-color", "#fff"), color: color("text-color", "#222"), border: `1px solid ${color("border-color", "#ccc")}`, borderRadius: "6px" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: ink(12) },
})

const colours = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword], color: color("violet-text-color", "#6b3fa0"), fontWeight: "600" },
  { tag: [t.string, t.special(t.string)], color: color("green-text-color", "#145c41") },
  { tag: [t.number, t.bool, t.null], color: color("orange-text-color", "#8a5000") },
  { tag: t.comment, color: ink(70) },
  { tag: [t.function(t.definition(t.variableName)), t.function(t.variableName), t.definition(t.className)], color: color("blue-text-color", "#34449c") },
  { tag: t.self, color: color("red-text-color", "#a3211a") },
])

// A wrapped line goes on under its own first word, two columns deeper.
const hangingIndent = ViewPlugin.fromClass(class {
  constructor(view) { this.decorations = indents(view) }
  update(u) { if (u.docChanged || u.viewportChanged) this.decorations = indents(u.view) }
}, { decorations: plugin => plugin.decorations })

function indents(view) {
  const builder = new RangeSetBuilder()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at)
      const columns = Math.min(24, line.text.search(/\S|$/)) + 2
      builder.add(line.from, line.from, Decoration.line({ attributes: { style: `padding-left:calc(${columns}ch + 6px);text-indent:-${columns}ch` } }))
      at = line.to + 1
    }
  }
  return builder.finish()
}

export function makeView(root, parent, { run, submit, changed, left }) {
  const keys = [
    { key: "Mod-Enter", run, preventDefault: true },
    { key: "Mod-Shift-Enter", run: submit, preventDefault: true },
  ]
  return new EditorView({
    parent, root,
    state: EditorState.create({ extensions: [
      lineNumbers(), lintGutter(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(),
      EditorState.tabSize.of(4), indentUnit.of("    "), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(),
      autocompletion({ activateOnTyping: false }), python(), syntaxHighlighting(colours), theme, EditorView.lineWrapping, hangingIndent,
      Prec.highest(keymap.of(keys)),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      attributes.of([]),
      EditorView.updateListener.of(update => { if (update.docChanged) changed(update) }),
      EditorView.domEventHandlers({ blur: () => { left(); return false } }),
    ] }),
  })
}

// Typed here, not set by the server.
export const isOurs = update => !update.transactions.some(tr => tr.annotation(fromServer))

// The server's text. `undoable`: Ctrl+Z brings back what stood there.
export function replaceAll(view, text, undoable = false) {
  if (text === view.state.doc.toString()) return
  const annotations = [fromServer.of(true), Transaction.addToHistory.of(undoable)]
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, annotations })
}

export function undoAll(view, text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }) }

export function setAttributes(view, values) {
  const what = JSON.stringify(values)
  if (view.said === what) return
  view.said = what
  view.dispatch({ effects: attributes.reconfigure(EditorView.contentAttributes.of(values)) })
}
