"""A verdict as lines for a terminal: sign, word and colour together; learner text is plain text and stays so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from grader.cli.console import Ink
from grader.cli.report import checks_of, look_at, said_of, sentence, title_of
from grader.model import CheckResult, Exercise, Json, Lang, Matrix, Message, Outcome, Verdict
from grader.words import plain, say, shown

SIGNS = {
    Outcome.PASSED: ("✓", "good"),
    Outcome.FAILED: ("✕", "bad"),
    Outcome.ERROR: ("✕", "bad"),
    Outcome.TIMEOUT: ("⏱", "bad"),
    Outcome.MEMORY: ("⏱", "bad"),
    Outcome.REFUSED: ("✕", "bad"),
    Outcome.SKIPPED: ("–", "dim"),
    Outcome.INTERNAL: ("!", "note"),
}
_ROWS, _COLUMNS, _PRINTS = 8, 12, 4000


def lines(verdict: Verdict, exercise: Exercise, lang: Lang, ink: Ink) -> Iterator[str]:
    """The whole report: verdict line, what happened, one line a check with its message and pictures, prints."""
    sign, style = SIGNS[verdict.outcome]
    yield ink(f"{sign} {verdict_line(verdict, exercise, lang)}", style)
    yield from _message(verdict, exercise, lang)
    yield from _named(verdict, exercise, lang, ink)
    yield ""
    for check in checks_of(verdict, exercise):
        yield from _check(check, exercise, lang, ink, whole=verdict.message)
    if verdict.stdout:
        yield ""
        yield ink(word("cli.prints", lang), "dim")
        yield from (f"  {line}" for line in plain(verdict.stdout, _PRINTS).splitlines())


def verdict_line(verdict: Verdict, exercise: Exercise, lang: Lang) -> str:
    """One sentence that says how it ended."""
    checks = checks_of(verdict, exercise)
    done = sum(c.outcome is Outcome.PASSED for c in checks)
    numbers = {"score": verdict.score, "max": verdict.max_score or exercise.points, "done": done, "of": len(checks)}
    return say(Message(f"cli.verdict.{verdict.outcome.value}", numbers), lang)


def word(code: str, lang: Lang) -> str:
    """A text without arguments."""
    return say(Message(code), lang)


def _message(verdict: Verdict, exercise: Exercise, lang: Lang) -> Iterator[str]:
    if verdict.message:
        yield f"{verdict.outcome.value.upper()} {said_of(verdict.message, exercise, lang)}"


def _named(verdict: Verdict, exercise: Exercise, lang: Lang, ink: Ink) -> Iterator[str]:
    named = exercise.misconceptions.get(verdict.misconception or "")
    notes = [exercise.misconceptions[id] for id in verdict.notes if id in exercise.misconceptions]
    for code, known in [("cli.happened", named), *(("cli.note", note) for note in notes)]:
        if known:
            yield ""
            yield ink(word(code, lang), "note")
            yield f"  {ink(known.headline.to(lang), 'bold')}"
            said = (known.feedback.to(lang), look_at(verdict.misconception_line if known is named else None, lang))
            yield from (f"  {line}" for line in said if line)


def _check(check: CheckResult, exercise: Exercise, lang: Lang, ink: Ink, whole: Message | None) -> Iterator[str]:
    sign, style = SIGNS[check.outcome]
    points = f"{check.points} / {check.max_points}"
    marks = [word("cli.hidden", lang)] * check.hidden + [word("cli.optional", lang)] * (not check.required)
    about = f"{title_of(check, exercise, lang)}{'  ' if marks else ''}{ink(' · '.join(marks), 'dim')}"
    head = pad(f"{sign} {word(f'cli.outcome.{check.outcome.value}', lang)}", 13)
    yield f"{ink(head, style)} {points:>7}  {about}"
    said = sentence(check, exercise, lang)
    if not said or check.outcome is Outcome.PASSED or check.message == whole:
        return
    yield f"    {check.outcome.value.upper()} {said}"
    if check.expected or check.got:
        yield from (f"    {line}" for line in pictures(check, lang, ink))


def pictures(check: CheckResult, lang: Lang, ink: Ink) -> Iterator[str]:
    """Inputs, then expected and got side by side; what differs is marked with a star."""
    for matrix in check.inputs:
        if matrix.shape and _grid(matrix) is not None:
            yield from _titled(word("cli.input", lang), matrix, _grid(matrix))
    wanted = _grid(check.expected) if check.expected else None
    blocks = []
    if check.expected:
        blocks.append(list(_titled(word("cli.expected", lang), check.expected, wanted)))
    if check.got:
        blocks.append(list(_titled(word("cli.got", lang), check.got, _starred(_grid(check.got), wanted))))
    height = max(map(len, blocks), default=0)
    widths = [max(map(width, block)) for block in blocks]
    for row in range(height):
        parts = [pad(block[row] if row < len(block) else "", w) for block, w in zip(blocks, widths, strict=True)]
        yield "     ".join(parts).rstrip()


def _titled(name: str, matrix: Matrix, cells: list[list[str]] | None) -> Iterator[str]:
    yield f"{name} {shown(list(matrix.shape), 'en')} {plain(matrix.dtype, 40)}"
    if cells:
        wide = max((width(cell) for row in cells for cell in row), default=1)
        yield from (" ".join(pad(cell, wide, right=True) for cell in row) for row in cells)


def _grid(matrix: Matrix) -> list[list[str]] | None:
    """The cells as text, when they are numbers in at most two dimensions and few enough to read."""
    values: Json = matrix.values
    rows = values if len(matrix.shape) == 2 else [values] if len(matrix.shape) == 1 else [[values]]
    if values is None or len(matrix.shape) > 2 or not rows:
        return None
    if len(rows) > _ROWS or any(not isinstance(row, list) or len(row) > _COLUMNS for row in rows):
        return None
    return [[shown(cell, "en") for cell in row] for row in rows]


def _starred(cells: list[list[str]] | None, wanted: list[list[str]] | None) -> list[list[str]] | None:
    """Each cell that is not what was wanted gets a star, where the two have one shape."""
    if not cells or not wanted or [len(row) for row in cells] != [len(row) for row in wanted]:
        return cells
    rows = zip(cells, wanted, strict=True)
    return [[f"{a}*" if a != b else f"{a} " for a, b in zip(row, want, strict=True)] for row, want in rows]


def width(text: str) -> int:
    """Columns that the text takes on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def pad(text: str, to: int, *, right: bool = False) -> str:
    """The text filled with spaces to a width."""
    space = " " * max(to - width(text), 0)
    return space + text if right else text + space
