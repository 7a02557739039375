"""Answers without code: what a learner wrote → a letter, letters, numbers or a grid; and whether it is right.

Forgiving in form, strict in content: `"B"`, `ad`, `A、D`, `3.6e9, 14.4`, full-width characters, JSON and plain rows of
numbers all mean what they seem to mean. What cannot be read is answered with the form that is asked for.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Sequence

from grader.judge.content import Content
from grader.model import CheckResult, Exercise, Json, Kind, Message, Outcome

SIZE_CAP = 65_536
NAMED_WITHIN = 0.03
"""How near a number must be to a catalogued wrong one to be named."""

_SAME = str.maketrans({"、": ",", "−": "-", "–": "-", "×": " ", "。": ".", "“": '"', "”": '"', "„": '"', "’": "'"})
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")

Grid = list[list[float]]
Read = str | frozenset[str] | list[float] | Grid


class BadForm(Exception):
    """The answer cannot be read; the message says the form that is asked for. Never leaves this module's callers."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


def read(exercise: Exercise, answer: Json, right: Json = None) -> Read:
    """The answer in its plain form. Raises `BadForm`. `right` tells whether `3,600` is one number or two."""
    try:
        loose = _loosen(answer)
        if loose is None or loose == "":
            raise ValueError("nothing")
        match exercise.kind:
            case Kind.MCQ:
                (letter,) = _letters(loose, exercise)
                return letter
            case Kind.MULTI:
                return frozenset(_letters(loose, exercise))
            case Kind.PREDICT:
                return _grid(loose)
            case _:
                numbers = _numbers(loose, one=not isinstance(right, list) or len(right) == 1)
                if not numbers or (exercise.kind is Kind.SHAPE and not all(n.is_integer() for n in numbers)):
                    raise ValueError("no such numbers")
                return numbers
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise BadForm(_asked_for(exercise)) from None


def is_right(content: Content, given: Read) -> bool:
    """Whether it is the answer, or one of the others that count."""
    wanted = [content.right.answer, *content.right.accept]
    return any(_agree(content.facts, given, answer, content.right.tolerance) for answer in wanted)


def named(content: Content, given: Read, *, accepted: bool = False) -> str | None:
    """The catalogued wrong answer (or accepted one) that was given, unless several with different words fit."""
    within = max(content.right.tolerance, NAMED_WITHIN if content.facts.kind is Kind.NUMERIC else 0.0)
    known = [wrong for wrong in content.wrong if wrong.misconception.accepted == accepted]
    fits = [wrong.misconception for wrong in known if _agree(content.facts, given, wrong.answer, within)]
    return fits[0].id if len({(fit.headline, fit.feedback) for fit in fits}) == 1 else None


def judge_answer(content: Content, given: Read) -> CheckResult:
    """The single line of the verdict. The right answer is never shown."""
    facts = content.facts.checks[0]
    right = is_right(content, given)
    outcome, points = (Outcome.PASSED, facts.points) if right else (Outcome.FAILED, 0)
    message = None if right else _wrong(content, given)
    return CheckResult(facts.id, outcome, points, facts.points, facts.hidden, facts.required, message)


def _wrong(content: Content, given: Read) -> Message:
    wanted = read(content.facts, content.right.answer)
    if content.facts.kind is Kind.PREDICT and isinstance(given, list) and isinstance(wanted, list):
        mine, theirs = _rows(given), _rows(wanted)
        if [len(mine), len(mine[0])] != [len(theirs), len(theirs[0])]:
            got = [len(mine), len(mine[0])] if isinstance(given[0], list) else [len(mine)]
            return Message("answer.grid", {"got": got})
        pairs = [pair for a, b in zip(mine, theirs, strict=True) for pair in zip(a, b, strict=True)]
        wrong = sum(not _near(a, b, content.right.tolerance) for a, b in pairs)
        return Message("answer.values", {"count": wrong, "of": len(pairs)})
    if isinstance(given, list) and isinstance(wanted, list) and len(given) != len(wanted):
        return Message("answer.count", {"expected": len(wanted), "got": len(given)})
    return Message(f"answer.{content.facts.kind.value}")


def _agree(exercise: Exercise, given: Read, answer: Json, tolerance: float) -> bool:
    try:
        wanted = read(exercise, answer)
    except BadForm:
        return False
    if isinstance(given, list) and isinstance(wanted, list):
        mine, theirs = _rows(given), _rows(wanted)
        if [len(row) for row in mine] != [len(row) for row in theirs]:
            return False
        exact = exercise.kind is Kind.SHAPE
        pairs = [pair for a, b in zip(mine, theirs, strict=True) for pair in zip(a, b, strict=True)]
        return all(a == b if exact else _near(a, b, tolerance) for a, b in pairs)
    return given == wanted


def _near(got: float, wanted: float, tolerance: float) -> bool:
    return abs(got - wanted) <= tolerance * (abs(wanted) or 1.0)


def _rows(values: Sequence[float] | Grid) -> Grid:
    return [row if isinstance(row, list) else [row] for row in values]


def _loosen(answer: Json) -> Json:
    """Text → what JSON it is, if any, else plain half-width text. Anything else stays as it is."""
    if isinstance(answer, bytes):
        answer = answer.decode("utf-8")
    if not isinstance(answer, str):
        return answer
    if len(answer) > SIZE_CAP:
        raise ValueError("too long")
    text = _half_width(answer).lstrip("\ufeff").strip()
    try:
        return json.loads(text)
    except ValueError:
        return text


def _half_width(text: str) -> str:
    """The same in plain characters. No answer holds marks over letters, and sorting thousands of them takes seconds."""
    if any(map(unicodedata.combining, text)):
        raise ValueError("no such characters")
    return unicodedata.normalize("NFKC", text).translate(_SAME)


def _letters(answer: Json, exercise: Exercise) -> list[str]:
    if isinstance(answer, str):
        answer = re.findall(r"[a-z]+", answer.lower()) if re.search(r"[\s,;/+]", answer) else list(answer.lower())
    if not isinstance(answer, list):
        raise TypeError("no letters")
    plain = [str(_loosen(item)).lower() if isinstance(item, str) else "?" for item in answer]
    letters = [letter for letter in (item.strip("()[]{}.\"' ") for item in plain) if letter]
    if (answer and not letters) or any(letter not in exercise.choices for letter in letters):
        raise ValueError("no such choice")
    return letters


def _numbers(answer: Json, *, one: bool = False) -> list[float]:
    """One number, a list of numbers, or text with numbers between commas, spaces, ×, and brackets."""
    if isinstance(answer, (int, float)):
        return [_number(answer)]
    if isinstance(answer, list):
        return [_number(item) for item in answer]
    if not isinstance(answer, str):
        raise TypeError("no numbers")
    if one and _THOUSANDS.fullmatch(answer):
        return [_number(answer.replace(",", ""))]
    return [_number(word) for word in re.split(r"[\s,;()\[\]]+|(?<=\d)x(?=\d)", answer) if word]


def _number(value: Json) -> float:
    if isinstance(value, str):
        value = _half_width(value).strip()
        if not _NUMBER.fullmatch(value):
            raise ValueError("no number")
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise TypeError("no number")
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("not finite")
    return number


def _grid(answer: Json) -> Grid | list[float]:
    """Rows of equal length: nested lists, or one row a line. A flat list of numbers stays flat."""
    if isinstance(answer, str):
        answer = [line for line in re.split(r"[\n;]+|\]\s*+(?:,\s*+)?\[", answer) if line.strip(" ,[]()")]
    if not isinstance(answer, list) or not answer:
        raise TypeError("no grid")
    if all(isinstance(item, (int, float)) for item in answer):
        return _numbers(answer)
    rows = [_numbers(row) for row in answer]
    if not rows[0] or any(len(row) != len(rows[0]) for row in rows):
        raise ValueError("rows of different lengths")
    return rows


def _asked_for(exercise: Exercise) -> Message:
    match exercise.kind:
        case Kind.MCQ | Kind.MULTI:
            return Message(f"form.{exercise.kind.value}", {"choices": list(exercise.choices)})
        case Kind.PREDICT:
            return Message("form.predict", {"shape": list(exercise.shape)})
    return Message(f"form.{exercise.kind.value}")
