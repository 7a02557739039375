"""Matrices with the numbers in their cells, and expected / got / difference side by side. Plain HTML, no Plotly."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from grader.model import Json, Matrix
from grader.words import shown
from ui.parts.markup import Html, escape, join
from ui.parts.speak import h, lang, t

Rows = Sequence[Sequence[Json]]
Index = tuple[int, ...]

WINDOW = 6
"""Rows and columns that are shown of a large matrix."""
_FENCE = re.compile(r"^```matrix[ \t]*\n(.*?)\n```[ \t]*$", re.M | re.S)


def number(value: Json, digits: int = 4) -> str:
    """A cell's text: significant digits, a true minus sign, ∞ and nan in words that fit."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return str(value)
    if isinstance(value, str) and value not in ("nan", "inf", "-inf"):
        return value
    real = float(value)
    if math.isnan(real):
        return "nan"
    text = f"{real:.{digits}g}" if math.isfinite(real) else "∞" if real > 0 else "-∞"
    return text.replace("-", "−")


def signed(value: float) -> str:
    """A difference: its sign always stands before it."""
    return ("+" if value > 0 else "") + number(value)


@dataclass(frozen=True)
class Marks:
    """Which cells of a table stand out. `first` is framed; `first_class` is f (a wrong cell) or e (what it should be)."""

    wrong: frozenset[tuple[int, int]] = frozenset()
    first: tuple[int, int] | None = None
    first_class: str = "f"
    signs: bool = False

    def classes(self, at: tuple[int, int], value: Json) -> str:
        """The class names of one cell."""
        names = ["w"] if at in self.wrong else ["z"] if self.signs and value == 0 else []
        return " ".join(names + ([self.first_class] if at == self.first else []))


def table(rows: Rows, *, kind: str = "", label: str = "", marks: Marks | None = None) -> Html:
    """Cells with numbers. `kind` is k (amber), y (blue) or nothing (grey)."""
    marks = marks or Marks()
    body = []
    for i, row in enumerate(rows):
        cells = []
        for j, value in enumerate(row):
            text = signed(value) if marks.signs and not isinstance(value, str) else number(value)
            cells.append(f"<td class='{marks.classes((i, j), value)}'>{escape(text)}</td>")
        body.append(f"<tr>{''.join(cells)}</tr>")
    return Html(f"<table class='kd-m {kind}' aria-label='{escape(label)}'><tbody>{''.join(body)}</tbody></table>")


def figure(caption: str, note: str, body: Html) -> Html:
    """A table under its name and shape."""
    return Html(f"<figure><figcaption><b>{escape(caption)}</b> {escape(note)}</figcaption>{body}</figure>")


def kind_of(name: str) -> str:
    """The colour of a matrix by its name: K and weights amber, Y blue, everything else grey."""
    return {"K": "k", "W": "k", "Y": "y"}.get(name[:1], "")


def shape_of(value: Json) -> tuple[int, ...]:
    """The shape of nested lists; () for a number."""
    return (len(value), *shape_of(value[0])) if isinstance(value, list) and value else ()


def by(shape: Sequence[int]) -> str:
    """A shape as a caption: 3 × 3."""
    return " × ".join(map(str, shape))


def sheets(value: Json, shape: Sequence[int]) -> Iterator[tuple[Index, Rows]]:
    """The two-dimensional slices of nested lists, each with its leading indices. A vector is one row."""
    if len(shape) == 0:
        yield (), [[value]]
    elif len(shape) == 1:
        yield (), [value]
    else:
        for lead in product(*map(range, shape[:-2])):
            rows = value
            for index in lead:
                rows = rows[index]
            yield lead, rows


def named(matrices: Mapping[str, Json]) -> Html:
    """Matrices by name, in the colours of their names; of a deeper tensor each slice stands for itself."""
    figures = []
    for name, value in matrices.items():
        shape = shape_of(value)
        for lead, rows in sheets(value, shape):
            said = f"{name}[{', '.join(map(str, lead))}]" if lead else name
            figures.append(figure(said, by(shape[-2:]), table(rows, kind=kind_of(name), label=said)))
    return Html(f"<div class='kd-mats'>{join(figures)}</div>")


def split(markdown: str) -> Iterator[tuple[str, Html | None]]:
    """Text with ```matrix blocks as (markdown, None) and ("", matrices) in order. A block that cannot be read stays text."""
    end = 0
    for block in _FENCE.finditer(markdown):
        try:
            drawn = named(json.loads(block[1]))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            continue
        if before := markdown[end : block.start()].strip():
            yield before, None
        yield "", drawn
        end = block.end()
    if rest := markdown[end:].strip():
        yield rest, None


# ---------- Expected, got, difference ----------


@dataclass(frozen=True)
class Crop:
    """The part of a large slice that is shown: a window around one cell."""

    top: int
    left: int
    height: int
    width: int
    of: tuple[int, int]

    @classmethod
    def around(cls, at: tuple[int, int], of: tuple[int, int]) -> Crop:
        """At most `WINDOW` rows and columns with `at` inside, near the middle."""
        height, width = min(WINDOW, of[0]), min(WINDOW, of[1])
        top = max(0, min(at[0] - height // 2, of[0] - height))
        left = max(0, min(at[1] - width // 2, of[1] - width))
        return cls(top, left, height, width, of)

    def cut(self, rows: Rows) -> Rows:
        """The window's cells."""
        return [row[self.left : self.left + self.width] for row in rows[self.top : self.top + self.height]]

    def inside(self, at: tuple[int, int]) -> tuple[int, int]:
        """A cell's place in the window."""
        return at[0] - self.top, at[1] - self.left

    def note(self) -> Html:
        """Which part this is, or nothing when it is all of it."""
        if (self.height, self.width) == self.of:
            return Html("")
        return h(
            "matrix.cropped",
            top=self.top,
            bottom=self.top + self.height - 1,
            left=self.left,
            right=self.left + self.width - 1,
        )


def _error(expected: Json, got: Json) -> float:
    """How far off, as the judge measures it: absolute for small values, relative for large ones; nan equals nan."""
    if expected == got:
        return 0.0
    if isinstance(expected, str) or isinstance(got, str):
        return math.inf
    return float(abs(got - expected) / (1.0 + abs(expected)))


def _minus(expected: Json, got: Json) -> Json:
    return "–" if isinstance(expected, str) or isinstance(got, str) else got - expected


def _worst(errors: Sequence[float], count: int | None, tolerance: float) -> set[int]:
    """Which values are wrong: the `count` that are furthest off, where the judge counted them."""
    if count is None:
        return {n for n, error in enumerate(errors) if error > tolerance}
    order = sorted((n for n, error in enumerate(errors) if error > 0), key=lambda n: -errors[n])
    return set(order[:count])


def _distinct(expected: Json, got: Json) -> tuple[str, str]:
    """Both numbers with as many digits as it takes to tell them apart."""
    for digits in (4, 6, 9, 17):
        pair = number(expected, digits), number(got, digits)
        if pair[0] != pair[1]:
            break
    return pair


def difference(
    expected: Matrix, got: Matrix, *, count: int | None = None, says_first: bool = True, tolerance: float = 1e-4
) -> Html:
    """Three panels and one sentence about the first wrong cell; two panels when the shapes differ; nothing when too large.

    `count`: how many values the judge found wrong. `says_first`: without the sentence, a message says it already.
    """
    if expected.values is None or got.values is None or 0 in expected.shape or 0 in got.shape:
        return Html("")
    if expected.shape != got.shape:
        return Html(f"<div class='kd-mats'>{_corner('matrix.expected', expected)}{_corner('matrix.got', got)}</div>")
    slices = list(
        zip(sheets(expected.values, expected.shape), sheets(got.values, got.shape), strict=True),
    )
    cells = [
        ((n, i, j), _error(wanted, had))
        for n, ((_, want), (_, have)) in enumerate(slices)
        for i, pair in enumerate(zip(want, have, strict=True))
        for j, (wanted, had) in enumerate(zip(*pair, strict=True))
    ]
    wrong = {cells[at][0] for at in _worst([error for _, error in cells], count, tolerance)}
    if not wrong:
        return Html("")
    n = min(wrong)[0]
    (lead, want), (_, have) = slices[n]
    here = frozenset((i, j) for m, i, j in wrong if m == n)
    return Html(_panels(expected, (want, have), here) + _said(expected, lead, (want, have), min(here), says_first))


def _panels(whole: Matrix, sheets: tuple[Rows, Rows], wrong: frozenset[tuple[int, int]]) -> Html:
    """The three panels of one slice, cropped around its first wrong cell."""
    want, have = sheets
    first = min(wrong)
    crop = Crop.around(first, (len(want), len(want[0])))
    at, seen = crop.inside(first), frozenset(map(crop.inside, wrong))
    gaps = [
        [_minus(w, h) if (i, j) in wrong else 0.0 for j, (w, h) in enumerate(zip(*pair, strict=True))]
        for i, pair in enumerate(zip(want, have, strict=True))
    ]
    panels = [
        _panel("matrix.expected", by(whole.shape), crop.cut(want), Marks(first=at, first_class="e")),
        _panel("matrix.got", by(whole.shape), crop.cut(have), Marks(wrong=seen, first=at)),
        _panel("matrix.difference", "", crop.cut(gaps), Marks(wrong=seen, first=at, signs=True)),
    ]
    return Html(f"<div class='kd-mats'>{join(panels)}</div>")


def _said(whole: Matrix, lead: Index, sheets: tuple[Rows, Rows], first: tuple[int, int], says_first: bool) -> Html:
    """The first difference in words, and which part of a large matrix is shown."""
    want, have = sheets
    place = (*lead, *(first[1:] if len(whole.shape) == 1 else first if whole.shape else ()))
    wanted, had = _distinct(want[first[0]][first[1]], have[first[0]][first[1]])
    where = f"Y[{', '.join(map(str, place))}]" if place else "Y"
    parts = [h("matrix.first", where=where, got=had, expected=wanted)] if says_first else []
    if note := Crop.around(first, (len(want), len(want[0]))).note():
        parts.append(note)
    return Html(f"<p class='kd-first'>{' '.join(parts)}</p>") if parts else Html("")


def _panel(key: str, note: str, rows: Rows, marks: Marks) -> Html:
    return figure(t(key), note, table(rows, label=t(key), marks=marks))


def _corner(key: str, matrix: Matrix) -> Html:
    """The first slice of a matrix from its upper left corner, when there is nothing to compare cell by cell."""
    _, rows = next(sheets(matrix.values, matrix.shape))
    crop = Crop.around((0, 0), (len(rows), len(rows[0])))
    return figure(t(key), shown(list(matrix.shape), lang()), table(crop.cut(rows), label=t(key)))


def inputs(matrices: Sequence[Matrix], names: Sequence[str]) -> Html:
    """The arguments of a case, as far as they are small enough to show."""
    figures: list[Any] = []
    for name, matrix in zip(names, matrices, strict=False):
        if matrix.values is None or 0 in matrix.shape:
            continue
        _, rows = next(sheets(matrix.values, matrix.shape))
        crop = Crop.around((0, 0), (len(rows), len(rows[0])))
        figures.append(figure(name, by(matrix.shape), table(crop.cut(rows), kind=kind_of(name), label=name)))
    return Html(f"<div class='kd-mats'>{join(figures)}</div>") if figures else Html("")
