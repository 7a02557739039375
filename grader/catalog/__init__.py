"""exercises/ → course: concepts, exercises and their public facts, read without running any of it.

`pages` cuts Markdown, `front` validates the facts, `wrong` reads what catalogued wrong answers say. No torch here:
what is right (`exercise.py`, `solution.py`) is opened by the judge alone.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from grader.catalog import front, pages
from grader.catalog.approaches import Approach, read_approaches
from grader.catalog.unlisted import COURSE, unlisted
from grader.catalog.wrong import WrongAnswer, read_wrong
from grader.errors import ContentError, UnknownConcept, UnknownExercise
from grader.model import CheckFacts, Concept, Exercise, Text
from grader.words import plain

__all__ = ["Catalog", "WrongAnswer"]

TASK, HINTS, EXPLANATION = ("Task", "任务"), ("Hints", "提示"), ("Explanation", "解析")
Stamp = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class _Course:
    """One reading of the folder, swapped as a whole: a reader never sees half a course."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    """What is wrong with an exercise that could not be read, by id, or with a concept, by its file."""
    unlisted: tuple[str, ...] = ()
    """Folders that look like exercises and stand in no line of `course.yaml`."""


class Catalog:
    """The course on disk. `refresh` reads it again when a file has changed."""

    def __init__(self, folder: Path, look_every: float, lenient: bool) -> None:
        self.folder = folder
        self._look_every, self._lenient = look_every, lenient
        self._seen, self._listing_fault = _stamp(folder), ""
        self._course = self._read(_Course())
        self._looked = time.monotonic()

    @classmethod
    def load(cls, folder: Path, *, look_every: float = 0.5, lenient: bool = False) -> Catalog:
        """Read `course.yaml` and all it names. Raises `ContentError`.

        A lenient catalog raises it for `course.yaml` alone: a concept or exercise that cannot be read is `broken`,
        stays as it was if it was read before, and costs the others nothing.
        """
        return cls(folder, look_every, lenient)

    def refresh(self) -> bool:
        """Read again if a file changed since; True when it did. Cheap: it looks at most every `look_every` seconds.

        Raises `ContentError` once for each change that cannot be read; the course then stays as it was. A lenient
        catalog does so for `course.yaml` alone, and `faults` tells it until it is mended.
        """
        now = time.monotonic()
        if now - self._looked < self._look_every:
            return False
        self._looked, stamp = now, _stamp(self.folder)
        if stamp == self._seen:
            return False
        self._seen = stamp
        try:
            self._course = self._read(self._course)
        except ContentError as error:
            self._listing_fault = str(error)
            raise
        self._listing_fault = ""
        return True

    def _read(self, before: _Course) -> _Course:
        return _read_course(self.folder, before if self._lenient else None)

    @property
    def broken(self) -> dict[str, str]:
        """What is wrong, with file, line and remedy, by the id of an exercise or the file of a concept; only in a lenient catalog."""
        return self._course.broken

    @property
    def faults(self) -> tuple[str, ...]:
        """All that an author has to mend before every learner gets what is on disk: one sentence each.

        A lenient catalog says what it could not read; every catalog says which exercises `course.yaml` does not list.
        """
        listing = (self._listing_fault,) if self._listing_fault else ()
        return (*listing, *self._course.broken.values(), *self._course.unlisted)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """In course order."""
        return tuple(self._course.concepts.values())

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """In course order."""
        return tuple(self._course.exercises.values())

    def concept(self, id: str) -> Concept:
        """Raises `UnknownConcept`, which names near ids."""
        known = self._course.concepts
        if id not in known:
            raise UnknownConcept(_unknown("concept", id, known))
        return known[id]

    def exercise(self, id: str) -> Exercise:
        """Raises `UnknownExercise`, which names near ids, and `ContentError` for one that could not be read."""
        known = self._course.exercises
        if id not in known:
            if id in self._course.broken:
                raise ContentError(self._course.broken[id])
            raise UnknownExercise(_unknown("exercise", id, known))
        return known[id]

    def next_after(self, id: str) -> Exercise | None:
        """The exercise that follows in the course; None after the last."""
        exercises = self.exercises
        following = exercises.index(self.exercise(id)) + 1
        return exercises[following] if following < len(exercises) else None

    def folder_of(self, id: str) -> Path:
        """Where the exercise's files lie."""
        return self.folder / self.exercise(id).concept / id

    def approaches(self, id: str) -> tuple[Approach, ...]:
        """Other right answers of an exercise, by file name."""
        return read_approaches(self.folder_of(id), f"{self.exercise(id).concept}/{id}")

    def wrong_answers(self, id: str) -> tuple[WrongAnswer, ...]:
        """The catalogued wrong answers of an exercise, by id, with code, answer and where to look."""
        exercise = self.exercise(id)
        return read_wrong(self.folder_of(id), f"{exercise.concept}/{id}", is_code=exercise.kind.is_code)


def _unknown(noun: str, id: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(id, known, n=3, cutoff=0.4)
    asked = f'There is no {noun} "{plain(id, 60)}".'
    return f"{asked} Did you mean {' or '.join(near)}?" if near else f"{asked} There are: {', '.join(known)}."


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """All files under `folder`, without what Python leaves behind."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _entries(entry.path)
            else:
                yield entry


def _stamp(folder: Path) -> Stamp:
    """What changes when a file does. A file that goes while we look is a change, and the next look settles it."""
    try:
        seen = [(entry.path, entry.stat()) for entry in _entries(str(folder))]
    except OSError:
        return frozenset()
    return frozenset((path, stat.st_mtime_ns, stat.st_size) for path, stat in seen)


def _version(folder: Path) -> str:
    """A hash over the names and bytes of all files of an exercise."""
    total = hashlib.sha256()
    for file in sorted(Path(entry.path) for entry in _entries(str(folder))):
        for part in (file.relative_to(folder).as_posix().encode(), file.read_bytes()):
            total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()[:16]


def _read_course(folder: Path, before: _Course | None) -> _Course:
    """The course as it is now. With `before`, what cannot be read is noted and stays as it was there."""
    listed = front.read(front.CourseFront, pages.read_text(folder / COURSE, COURSE), COURSE)
    course = _Course(unlisted=tuple(unlisted(folder, listed)))
    for line in listed.concepts:
        concept = before.concepts.get(line.id, _blank(line.id)) if before else _blank(line.id)
        with _noted(f"{line.id}/concept.md", course.broken, before):
            concept = _read_concept(folder / line.id, line.id)
        found = {id: _exercise_of(folder / line.id / id, course, before) for id in line.exercises}
        readable = {id: exercise for id, exercise in found.items() if exercise}
        course.exercises.update(readable)
        course.concepts[line.id] = replace(concept, exercises=tuple(readable), needs=tuple(line.needs))
    return course


def _blank(id: str) -> Concept:
    """A concept that was never read: it has a name, so that its exercises have a place."""
    nothing = Text("", "")
    return Concept(id, title=Text(id, id), lead=nothing, body=nothing, glyph="0" * 9, demos=(), exercises=())


def _exercise_of(folder: Path, course: _Course, before: _Course | None) -> Exercise | None:
    """The exercise, as it was before where it cannot be read now, or None."""
    with _noted(folder.name, course.broken, before):
        return _read_exercise(folder, folder.parent.name)
    return before.exercises.get(folder.name) if before else None


@contextmanager
def _noted(id: str, broken: dict[str, str], before: _Course | None) -> Iterator[None]:
    try:
        yield
    except ContentError as error:
        if before is None:
            raise
        broken[id] = str(error)


def _read_concept(folder: Path, id: str) -> Concept:
    english, chinese = pages.read_pair(folder, "concept", id)
    facts = front.read(front.ConceptFront, english.front, english.file, 2)
    if len(english.headings) < 2:
        raise ContentError(f"{english.file}, line {english.headings[0].line}: no section follows; add '## Try this'.")
    bodies = [f"## {page.headings[1].name}\n\n{page.under(1)}" for page in (english, chinese)]
    return Concept(
        id,
        title=Text(english.title, chinese.title),
        lead=Text(english.lead, chinese.lead),
        body=Text(*bodies),
        glyph=facts.glyph,
        demos=tuple(demo.model_dump(mode="json") for demo in facts.demos),
        exercises=(),
    )


def _read_exercise(folder: Path, concept: str) -> Exercise:
    name = f"{concept}/{folder.name}"
    english, chinese = pages.read_pair(folder, "statement", name)
    facts = front.read(front.StatementFront, english.front, english.file, 2)
    task, hints, explanation = _texts(english, chinese)
    wrong = read_wrong(folder, name, is_code=facts.kind.is_code)
    return Exercise(
        folder.name,
        concept,
        facts.kind,
        title=Text(english.title, chinese.title),
        lead=Text(english.lead, chinese.lead),
        task=task,
        hints=hints,
        explanation=explanation,
        checks=tuple(CheckFacts(c.id, c.title.text(), c.points, c.hidden, c.required) for c in facts.checks),
        entry=facts.entry,
        starter=pages.read_text(folder / "starter.py", f"{name}/starter.py") if facts.kind.is_code else "",
        choices={key: words.text() for key, words in facts.choices.items()},
        shape=tuple(facts.shape),
        minutes=facts.minutes,
        cpu_s=facts.cpu_s,
        misconceptions={answer.misconception.id: answer.misconception for answer in wrong},
        messages={code: words.text() for code, words in facts.messages.items()},
        version=_version(folder),
    )


def _texts(english: pages.Page, chinese: pages.Page) -> tuple[Text, tuple[Text, ...], Text]:
    """Task, hints and explanation in both languages. Raises `ContentError` when the hints do not pair."""
    task, hints, last = _sections(english)
    task_zh, hints_zh, last_zh = _sections(chinese)
    if len(hints) != len(hints_zh):
        raise ContentError(
            f"{chinese.file}, line {chinese.headings[-2].line}: {len(hints_zh)} hints, but statement.md has "
            f"{len(hints)}; give both files the same hints."
        )
    return Text(task, task_zh), tuple(map(Text, hints, hints_zh)), Text(last, last_zh)


def _sections(page: pages.Page) -> tuple[str, tuple[str, ...], str]:
    """Task, hints and explanation of a statement. Raises `ContentError` when they are not in this order."""
    task, hints, last = (pages.section(page, names) for names in (TASK, HINTS, EXPLANATION))
    if (task, hints, last) != (1, len(page.headings) - 2, len(page.headings) - 1):
        line = page.headings[1].line
        raise ContentError(
            f"{page.file}, line {line}: the sections stand in another order; Task comes first, Hints and Explanation last."
        )
    return page.under(task, hints), pages.items(page.texts[hints]), page.texts[last]
