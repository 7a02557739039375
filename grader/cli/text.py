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
_ROWS, _COLUMNS, _PRINTS, _TOLERANCE = 8, 12, 4000, 1e-4


def lines(verdict: Verdict, exercise: Exercise, lang: Lang, ink: Ink) -> Iterator[str]:
    """The whole report: verdict line, what happened, one line a check with its message and pictures, prints."""
    sign, style = SIGNS[verdict.outcome]
    yield ink(f"{sign} {verdict_line(verdict, exercise, lang)}", style)
    yield from _message(verdict, exercise, lang)
    yield from _named(verdict, exercise, lang, ink)
    yield ""
    said = [verdict.message]
    for check in checks_of(verdict, exercise):
        yield from _check(check, exercise, lang, ink, said=check.message in said)
        said += [check.message] if check.outcome is Outcome.SKIPPED else []
    if verdict.stdout:
        yield ""
        yield ink(word("cli.prints", lang), "dim")
        yield from (f"  {line}" for line in plain(verdict.stdout, _PRINTS).splitlines())


def verdict_line(verdict: Verdict, exercise: Exercise, lang: Lang) -> str:
    """One sentence that says how it ended."""
    checks = checks_of(verdict, exercise)
    done = sum(c.outcome is Outcome.PASSED for c in checks)
    numbers = {"score": verdict.score, "max": verdict.max_score or exercise.points, "done": done, "of": len(checks)}
    nothing_ran = verdict.message and verdict.outcome is Outcome.ERROR
    outcome = Outcome.REFUSED if nothing_ran else verdict.outcome
    return say(Message(f"cli.verdict.{outcome.value}", numbers), lang)


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


def _check(check: CheckResult, exercise: Exercise, lang: Lang, ink: Ink, *, said: bool) -> Iterator[str]:
    sign, style = SIGNS[check.outcome]
    points = f"{check.points} / {check.max_points}"
    marks = [word("cli.hidden", lang)] * check.hidden + [word("cli.optional", lang)] * (not check.required)
    about = f"{title_of(check, exercise, lang)}{'  ' if marks else ''}{ink(' · '.join(marks), 'dim')}"
    head = pad(f"{sign} {word(f'cli.outcome.{check.outcome.value}', lang)}", 13)
    yield f"{ink(head, style)} {points:>7}  {about}"
    told = sentence(check, exercise, lang)
    if said or not told or check.outcome is Outcome.PASSED:
        return
    yield f"    {check.outcome.value.upper()} {told}"
    if check.expected or check.got:
        yield from (f"    {line}" for line in pictures(check, lang, ink))


def pictures(check: CheckResult, lang: Lang, ink: Ink) -> Iterator[str]:
    """Inputs, then expected and got side by side; what differs is marked with a star."""
    yield from _beside([_titled("cli.input", lang, m, _cells(m)) for m in check.inputs if m.shape and _rows(m)])
    blocks = []
    if check.expected:
        blocks.append(_titled("cli.expected", lang, check.expected, _cells(check.expected)))
    if check.got:
        is_of_type = check.message and check.message.code.startswith("dtype")
        dtype = plain(check.got.dtype, 40) if is_of_type else ""
        blocks.append(_titled("cli.got", lang, check.got, _starred(check.got, check.expected), dtype))
    yield from _beside(blocks)


def _beside(blocks: list[list[str]]) -> Iterator[str]:
    """Blocks of lines side by side."""
    height = max(map(len, blocks), default=0)
    widths = [max(map(width, block)) for block in blocks]
    for row in range(height):
        parts = [pad(block[row] if row < len(block) else "", w) for block, w in zip(blocks, widths, strict=True)]
        yield "     ".join(parts).rstrip()


def _titled(code: str, lang: Lang, matrix: Matrix, cells: list[list[str]], dtype: str = "") -> list[str]:
    wide = max((width(cell) for row in cells for cell in row), default=1)
    rows = [" ".join(pad(cell, wide, right=True) for cell in row) for row in cells]
    return [f"{word(code, lang)} {shown(list(matrix.shape), lang)} {dtype}".rstrip(), *rows]


def _rows(matrix: Matrix) -> list[list[Json]]:
    """The values as rows, when they have at most two dimensions and are few enough to read; else nothing."""
    values: Json = matrix.values
    rows = values if len(matrix.shape) == 2 else [values] if len(matrix.shape) == 1 else [[values]]
    if values is None or len(matrix.shape) > 2 or len(rows) > _ROWS:
        return []
    return rows if all(isinstance(row, list) and len(row) <= _COLUMNS for row in rows) else []


def _cells(matrix: Matrix) -> list[list[str]]:
    return [[shown(cell, "en") for cell in row] for row in _rows(matrix)]


def _starred(got: Matrix, expected: Matrix | None) -> list[list[str]]:
    """The cells of `got`; each that is not what was expected gets a star, where the two have one shape."""
    wanted = _rows(expected) if expected and expected.shape == got.shape else []
    if not wanted:
        return _cells(got)
    pairs = zip(_rows(got), wanted, strict=True)
    return [[shown(a, "en") + "* "[_is_near(a, b)] for a, b in zip(row, want, strict=True)] for row, want in pairs]


def _is_near(got: Json, expected: Json) -> bool:
    """As the judge measures by default: absolute for small values, relative for large ones."""
    if isinstance(got, int | float) and isinstance(expected, int | float):
        return abs(got - expected) <= _TOLERANCE * (1 + abs(expected))
    return bool(got == expected)


def width(text: str) -> int:
    """Columns that the text takes on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def pad(text: str, to: int, *, right: bool = False) -> str:
    """The text filled with spaces to a width."""
    space = " " * max(to - width(text), 0)
    return space + text if right else text + space
