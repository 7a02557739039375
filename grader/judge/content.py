"""An exercise as the judge knows it: public facts, what is right, the model answer, and the catalogued wrong ones."""

from __future__ import annotations

import json
import threading
import types
from dataclasses import dataclass
from pathlib import Path

from grader import authoring
from grader.catalog import Catalog, WrongAnswer
from grader.errors import ContentError, DojoError
from grader.judge.log import log
from grader.model import Exercise, Json


@dataclass(frozen=True)
class Content:
    """One version of one exercise, with everything that must not be seen."""

    facts: Exercise
    right: authoring.Exercise
    solution: Json
    """Source of the model answer, or the bare answer."""
    wrong: tuple[WrongAnswer, ...]
    probe: str | None
    folder: Path


class Contents:
    """All exercises under a folder, loaded when asked for and again when their files changed. Thread-safe."""

    def __init__(self, folder: Path, *, look_every: float = 0.5) -> None:
        self._folder, self._look_every = folder, look_every
        self._lock = threading.Lock()
        self._catalog: Catalog | None = None
        self._loaded: dict[str, Content] = {}

    def get(self, id: str) -> Content:
        """Raises `UnknownExercise`, or `ContentError` with file, line and remedy."""
        with self._lock:
            catalog = self._fresh()
            facts = catalog.exercise(id)
            known = self._loaded.get(id)
            if known is None or known.facts.version != facts.version:
                known = self._loaded[id] = load(facts, catalog.folder_of(id), catalog.wrong_answers(id))
            return known

    def reread(self) -> None:
        """Forget what was read, so that a fault in a file is met again."""
        with self._lock:
            self._catalog = None

    def _fresh(self) -> Catalog:
        """The course on disk. One broken exercise costs itself alone; with a broken list submissions go on as before."""
        if self._catalog is None:
            self._catalog = Catalog.load(self._folder, look_every=self._look_every, lenient=True)
            is_new = True
        else:
            is_new = self._refreshed(self._catalog)
        if is_new:
            for id, reason in self._catalog.broken.items():
                log.warning("a part of the course cannot be read", id=id, reason=reason)
        return self._catalog

    def _refreshed(self, catalog: Catalog) -> bool:
        try:
            return catalog.refresh()
        except ContentError as error:  # somebody is writing
            log.warning("the course on disk cannot be read", reason=str(error))
            return False


def load(facts: Exercise, folder: Path, wrong: tuple[WrongAnswer, ...]) -> Content:
    """Run `exercise.py` and read the rest. Raises `ContentError`."""
    name = f"{facts.concept}/{facts.id}"
    right = _run(folder / "exercise.py", name)
    _check_ids(facts, right, name)
    probe = folder / "probe.py"
    return Content(
        facts,
        right,
        solution=_solution(folder, facts, name),
        wrong=wrong,
        probe=probe.read_text("utf-8") if probe.exists() else None,
        folder=folder,
    )


def _run(file: Path, name: str) -> authoring.Exercise:
    """The `exercise` that a trusted exercise.py defines; nothing is cached beside it."""
    module = types.ModuleType(f"exercise_{file.parent.name.replace('-', '_')}")
    try:
        # An author's own file, which says what is right: trusted, read from disk, never from a cell.
        exec(compile(file.read_text("utf-8"), str(file), "exec"), module.__dict__)  # noqa: S102
    except OSError:
        raise ContentError(f"{name}/exercise.py, line 1: the file is missing; say there what is right.") from None
    except DojoError as error:
        raise ContentError(f"{name}/exercise.py, line {_line(error, file)}: {error}") from None
    except (Exception, SystemExit) as error:
        said = f"it raised {type(error).__name__} ({str(error)[:200]}); correct it."
        raise ContentError(f"{name}/exercise.py, line {_line(error, file)}: {said}") from None
    right = module.__dict__.get("exercise")
    if not isinstance(right, authoring.Exercise):
        raise ContentError(f"{name}/exercise.py, line 1: no exercise is defined; add exercise = Exercise(…).")
    return right


def _line(error: BaseException, file: Path) -> int:
    """The last line of `file` that the error went through."""
    line = error.lineno or 1 if isinstance(error, SyntaxError) else 1
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == str(file):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _check_ids(facts: Exercise, right: authoring.Exercise, name: str) -> None:
    """The same checks in the front matter and in exercise.py, and an answer where there is no code."""
    if facts.kind.is_code == (right.answer is not None):
        needed = "checks, not an answer" if facts.kind.is_code else "an answer, not checks"
        raise ContentError(f"{name}/exercise.py, line 1: kind {facts.kind} needs {needed}; correct Exercise(…).")
    if not facts.kind.is_code:
        return
    said, done = {check.id for check in facts.checks}, set(right.checks)
    for id in sorted(said - done):
        raise ContentError(f"{name}/exercise.py, line 1: the check {id} of statement.md is missing; add it to checks.")
    for id in sorted(done - said):
        raise ContentError(f"{name}/statement.md, line 1: the check {id} of exercise.py is missing; add it to checks.")


def _solution(folder: Path, facts: Exercise, name: str) -> Json:
    file = folder / ("solution.py" if facts.kind.is_code else "solution.json")
    try:
        text = file.read_text("utf-8")
        return text if facts.kind.is_code else json.loads(text)
    except OSError:
        raise ContentError(f"{name}/{file.name}, line 1: the file is missing; add the model answer.") from None
    except ValueError as error:
        raise ContentError(f"{name}/{file.name}, line 1: this is not JSON ({error}); correct it.") from None
