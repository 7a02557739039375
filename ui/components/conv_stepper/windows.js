// Shared by the demos in which a window slides.

// A grid of the learner's numbers: typing changes `m`. And a grid that fills up, step by step.
const numbers = (kind, letter, what, m, w, me, more) =>
  grid({ kind, rows: m.length, cols: m[0].length, letter, what, label: w.edit, edit: (i, j, v) => { m[i][j] = v; me.edited() }, ...more })
const fillUp = (g, at, cols, value, more = () => "") => g.each((i, j) => {
  const n = i * cols + j
  g.put(i, j, n <= at ? num(value(i, j)) : "·", (n === at ? "cur " : n < at ? "done " : "") + (n <= at ? more(i, j) : ""))
})

// Every window of K over X in steps of s: how many, where, and what it makes.
function slide(X, K, s = [1, 1]) {
  const steps = (n, k, s) => Math.floor((n - k) / s) + 1
  const rows = steps(X.length, K.length, s[0]), cols = steps(X[0].length, K[0].length, s[1])
  const terms = (i, j) => K.flatMap((r, a) => r.map((v, b) => [X[i * s[0] + a][j * s[1] + b], v]))
  return {
    rows, cols, count: rows * cols, terms, value: (i, j) => dot(terms(i, j)), place: n => [Math.floor(n / cols), n % cols],
    covers: (i, j, a, b) => a >= i * s[0] && a < i * s[0] + K.length && b >= j * s[1] && b < j * s[1] + K[0].length,
  }
}

// One line that adds up what the lines before it made.
const total = (left, parts, result) => el("div", "line", {}, el("span", "l", {}, left), " = ", ...parts.map((v, n) => el("span", "t", {}, n ? " + " : "", signed(v))), el("span", "t", {}, el("span", "p", {}, " = "), el("span", "r", {}, num(result))))
const note = text => el("div", "line note", {}, text)
// The side of a cell when so many columns share the width with the signs between them.
const side = (width, columns, signs, most, least = 18) => Math.floor(Math.max(least, Math.min(most, (width - (width < 480 ? 20 : 40) - signs) / columns - 3)))
