"""Does the judge name the mistake? Wrong programs that were written without a look at the catalogue, and what it says.

`fresh/<exercise>/*.py` begin with what is true of them: `# mistake: <id>`, with further ids after `|` that would be
true as well, or `# mistake: none` where nothing in the catalogue is. Two entries with the same words are one.

Usage: PYTHONPATH=.:tests python tests/naming.py [EXERCISE…]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from grader.catalog import Catalog
from grader.judge import Judge
from grader.model import Exercise, Mode
from grader.sandbox.pool import Pool

ROOT = Path(__file__).parent
EXERCISES = ROOT.parent / "exercises"
CORPUS = ROOT / "fresh"
SEED = 31
NONE = "none"
RESULTS = ("right", "acceptable", "unnamed", "no name", "wrong", "passes")
"""The first id · another true one · no name where none is true · no name · an untrue one · full marks."""


class BadProgram(Exception):
    """A file of the corpus that does not say what it is; the text names file and remedy."""


@dataclass(frozen=True, slots=True)
class Program:
    """One fresh wrong program. `meant` is empty where no name is true of it."""

    exercise: str
    file: Path
    source: str
    meant: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.exercise}/{self.file.name}"


@dataclass(frozen=True, slots=True)
class Named:
    """What became of a program."""

    program: Program
    result: str
    said: str | None


def corpus(course: Catalog, folder: Path = CORPUS, only: Sequence[str] = ()) -> list[Program]:
    """All programs under `folder`. Raises `BadProgram`."""
    known = {exercise.id: exercise for exercise in course.exercises}
    found = []
    for file in sorted(folder.glob("*/*")):
        name = f"{file.parent.name}/{file.name}"
        if file.parent.name == "__pycache__" or (only and file.parent.name not in only):
            continue
        if file.parent.name not in known:
            raise BadProgram(f"{name}: there is no exercise {file.parent.name}; correct the folder's name.")
        if file.suffix != ".py":
            raise BadProgram(f"{name}: this is no Python file; remove it.")
        found.append(read(file, known[file.parent.name]))
    return found


def read(file: Path, exercise: Exercise) -> Program:
    """A program and its first line. Raises `BadProgram`."""
    source, name = file.read_text("utf-8"), f"{file.parent.name}/{file.name}"
    first = re.fullmatch(r"# mistake: ([a-z0-9-]+(?: \| [a-z0-9-]+)*)", source.split("\n")[0].rstrip())
    if not first:
        raise BadProgram(f"{name}, line 1: say '# mistake: <id>', '# mistake: <id> | <id>' or '# mistake: none'.")
    meant = tuple(first[1].split(" | "))
    if meant == (NONE,):
        return Program(exercise.id, file, source, ())
    for id in meant:
        if id not in exercise.misconceptions:
            there = ", ".join(exercise.misconceptions)
            raise BadProgram(f"{name}, line 1: {exercise.id} has no wrong answer {id}; there are: {there}.")
    return Program(exercise.id, file, source, meant)


def told(program: Program, exercise: Exercise, judge: Judge) -> Named:
    """Grade it."""
    verdict = judge.grade(program.exercise, program.source, mode=Mode.SUBMIT, seed=SEED)
    said = verdict.misconception
    if verdict.passed and verdict.score == verdict.max_score:
        return Named(program, "passes", None)
    if said is None:
        return Named(program, "no name" if program.meant else "unnamed", None)
    words = {id: (m.headline, m.feedback) for id, m in exercise.misconceptions.items()}
    for result, ids in (("right", program.meant[:1]), ("acceptable", program.meant[1:])):
        if words[said] in [words[id] for id in ids]:
            return Named(program, result, said)
    return Named(program, "wrong", said)


def measured(only: Sequence[str] = ()) -> list[Named]:
    """The whole corpus, or that of some exercises, in cells of its own."""
    torch.set_num_threads(1)
    course = Catalog.load(EXERCISES)
    with Pool() as pool:
        judge = Judge(EXERCISES, pool)
        return [told(program, course.exercise(program.exercise), judge) for program in corpus(course, only=only)]


def share(found: Iterable[Named]) -> float:
    """How many of the programs that have a true name got it, or another true one."""
    named = [one for one in found if one.program.meant]
    return sum(one.result in ("right", "acceptable") for one in named) / max(len(named), 1)


def table(found: Sequence[Named]) -> str:
    """One line an exercise, and the total."""
    groups = {exercise: [n for n in found if n.program.exercise == exercise] for exercise in _exercises(found)}
    rows = [_row(exercise, group) for exercise, group in groups.items()]
    head = f"{'exercise':28}" + "".join(f"{result:>12}" for result in RESULTS)
    return "\n".join([head, *rows, _row("in total", found), f"right name: {share(found):.1%}"])


def _exercises(found: Iterable[Named]) -> list[str]:
    return list(dict.fromkeys(one.program.exercise for one in found))


def _row(name: str, found: Iterable[Named]) -> str:
    counted = Counter(one.result for one in found)
    return f"{name:28}" + "".join(f"{counted[result]:>12}" for result in RESULTS)


def main(only: Sequence[str]) -> None:
    """Print the table, and every program that is not as it should be."""
    try:
        found = measured(only)
    except BadProgram as error:
        raise SystemExit(str(error)) from None
    print(table(found))
    for one in found:
        if one.result in ("no name", "wrong", "passes"):
            meant = " | ".join(one.program.meant) or NONE
            print(f"{one.program.name}: {one.result}; meant {meant}, said {one.said}")


if __name__ == "__main__":
    main(sys.argv[1:])
