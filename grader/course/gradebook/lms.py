"""The LMS round trip: its own file comes back with our column filled, and every other byte as it was."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from grader.course.gradebook.lms_columns import Columns, Lms, columns_of, target
from grader.course.gradebook.sheet import Sheet, sheet_of
from grader.course.learning.answer import declined
from grader.model import Person, Text

_NUMBER = re.compile(r"\s*(\d+)([.,]\d+)?\s*")
_KEPT = ("ex", "excused", "n/a")
_LOCKED = ("no", "否")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be put into the file: each learner's grade, None where nothing is handed in and still may be."""

    assignment: str
    title: Text
    points: float
    people: Sequence[Person]
    grades: Mapping[str, float | None]
    column: str | None = None
    scale: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """The file, and what a person should know of it. Names are foreign text."""

    data: bytes
    lms: Lms
    column: str
    filled: int
    unmatched: tuple[str, ...]
    """People of the file who are nobody, or more than one, of ours: their cells stay as they were."""
    absent: tuple[Person, ...]
    """People of ours who do not stand in the file."""
    kept: tuple[str, ...]
    """Excused, or locked in the LMS: their cells stay as they were."""
    waiting: tuple[str, ...]
    """Handed in nothing and still may: their cells stay as they were."""


def fill(data: bytes, wanted: Wanted) -> Filled:
    """Fill our column. Raises `UnreadableFile`, and `Declined` for a column or points that do not fit."""
    sheet = sheet_of(data)
    head = next((n for n in range(len(sheet.lines)) if not sheet.is_empty(n)), 0)
    columns = columns_of(sheet.row(head))
    front = _front(sheet, columns, head)
    read_only = {n for n in columns.free() for line in front if "read only" in sheet.read(line, n).casefold()}
    column = target(columns, wanted.column, wanted.title, wanted.assignment, read_only)
    rows = [n for n in range(head + 1, len(sheet.lines)) if n not in front and not sheet.is_empty(n)]
    title = columns.titles[column].strip()
    factor = _factor(_theirs(sheet, columns, column, front, rows), title, wanted)
    done = _Filling(sheet, columns, column, rows, wanted)
    done.fill(factor, [*front, *rows])
    return Filled(
        data=sheet.emit(),
        lms=columns.lms,
        column=title,
        filled=done.filled,
        unmatched=done.unmatched,
        absent=done.absent,
        kept=tuple(done.kept),
        waiting=tuple(done.waiting),
    )


def _front(sheet: Sheet, columns: Columns, head: int) -> list[int]:
    """Lines between the head and the people of a Canvas file: posting policy, points possible."""
    front: list[int] = []
    for line in range(head + 1, len(sheet.lines) if columns.lms is Lms.CANVAS else 0):
        if any(sheet.read(line, key).strip() for key in (*columns.keys, *columns.weak)):
            break
        front.append(line)
    return front


def _factor(theirs: float | None, title: str, wanted: Wanted) -> Decimal:
    """What our grades are multiplied by. Raises `Declined` when theirs is worth something else and nobody asked to scale."""
    if theirs is None or abs(theirs - wanted.points) < 1e-9:
        return Decimal(1)
    if not wanted.scale or theirs <= 0:
        raise declined("lms.other-points", column=title, theirs=theirs, ours=wanted.points)
    return Decimal(repr(theirs)) / Decimal(repr(wanted.points))


def _theirs(sheet: Sheet, columns: Columns, column: int, front: list[int], rows: list[int]) -> float | None:
    """What the assignment is worth in the LMS, where the file says so."""
    in_title = columns.possible(column)
    if in_title is not None:
        return in_title
    title = columns.titles[column].strip()
    beside = columns.find(f"{title} - max points", "max points", "maximum grade", "最高分", "最高成绩")
    looked = [(line, column) for line in front] if front else [(line, beside) for line in rows if beside is not None]
    numbers = (_number(sheet.read(line, where)) for line, where in looked)
    return next((number for number in numbers if number is not None), None)


def _number(text: str) -> float | None:
    found = _NUMBER.fullmatch(text)
    return float(text.replace(",", ".")) if found else None


class _Filling:
    """One pass over the people of a file."""

    def __init__(self, sheet: Sheet, columns: Columns, column: int, rows: list[int], wanted: Wanted) -> None:
        self._sheet, self._columns, self._column, self._wanted = sheet, columns, column, wanted
        found = {line: self._persons(line) for line in rows if not self._is_test(line)}
        times = Counter(next(iter(ids)) for ids in found.values() if len(ids) == 1)
        self.unmatched = tuple(self._name(n) for n, ids in found.items() if len(ids) != 1 or times[next(iter(ids))] > 1)
        self._matched = {
            n: next(iter(ids)) for n, ids in found.items() if len(ids) == 1 and times[next(iter(ids))] == 1
        }
        self.kept: list[str] = []
        self.waiting: list[str] = []
        self.filled = 0
        seen = {id for ids in found.values() for id in ids}
        self.absent = tuple(person for person in wanted.people if person.id not in seen)

    def fill(self, factor: Decimal, lines: list[int]) -> None:
        """Write the grades, with a decimal comma where this file has one."""
        comma = any("," in text and _number(text) is not None for text in self._texts(lines))
        locked = self._columns.find("grade can be changed")
        for line, id in self._matched.items():
            grade = self._wanted.grades.get(id)
            is_locked = locked is not None and self._sheet.read(line, locked).strip().casefold() in _LOCKED
            if is_locked or self._sheet.read(line, self._column).strip().casefold() in _KEPT:
                self.kept.append(self._name(line))
            elif grade is None:
                self.waiting.append(self._name(line))
            else:
                text = _written(Decimal(repr(grade)) * factor)
                self._sheet.write(line, self._column, text.replace(".", ",") if comma else text)
                self.filled += 1

    def _texts(self, lines: list[int]) -> list[str]:
        return [self._sheet.read(line, self._column) for line in lines]

    def _persons(self, line: int) -> set[str]:
        """Everybody whom the columns of a line name; the LMS's own numbers only where nothing better stands in it."""
        says_better = any(self._sheet.read(line, key).strip() for key in self._columns.keys)
        return self._named(line, self._columns.keys if says_better else self._columns.weak)

    def _named(self, line: int, keys: tuple[int, ...]) -> set[str]:
        ids: set[str] = set()
        for key in keys:
            ids |= self._known.get(_key(self._sheet.read(line, key)), set())
        return ids

    @cached_property
    def _known(self) -> Mapping[str, set[str]]:
        known: dict[str, set[str]] = defaultdict(set)
        for person in self._wanted.people:
            for said in (person.email, person.login, person.number, person.id):
                if said.strip():
                    known[_key(said)].add(person.id)
        return known

    def _is_test(self, line: int) -> bool:
        """Canvas adds a student who is nobody, for the teacher to try things as."""
        names = [self._sheet.read(line, name).strip().casefold() for name in self._columns.names]
        return self._columns.lms is Lms.CANVAS and names[:1] in (["student, test"], ["test student"])

    def _name(self, line: int) -> str:
        """How a line calls its person: the names there are, then the first thing that says who it is."""
        names = [self._sheet.read(line, name).strip() for name in self._columns.names]
        keys = [self._sheet.read(line, key).strip() for key in (*self._columns.keys, *self._columns.weak)]
        key = next(filter(None, keys), "")
        name = " ".join(filter(None, names))
        return f"{name} ({key})" if name and key else name or key or f"line {line + 1}"


def _key(text: str) -> str:
    """What is compared: no case, no blanks around it, no # as Brightspace writes it, no number of a participant's word."""
    bare = text.strip().lstrip("#'").strip().casefold()
    return re.sub(r"^participant\s+", "", bare)


def _written(points: Decimal) -> str:
    """Points with a decimal point and at most two places."""
    text = f"{points.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
