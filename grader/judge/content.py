"""An exercise as the judge knows it: public facts, what is right, the model answer, and the catalogued wrong ones."""

from __future__ import annotations

import functools
import json
import threading
import types
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from grader import authoring
from grader.catalog import Catalog, WrongAnswer
from grader.errors import ContentError, DojoError
from grader.judge.limit import LIMIT_S, OutOfTime, limited
from grader.judge.log import log
from grader.model import Exercise, Json

BROKEN = "judge.content"
"""The code of what is said when an exercise.py is at fault."""


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
    right = limited_exercise(right, folder / "exercise.py", name)
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
        source = file.read_text("utf-8")
    except OSError:
        raise ContentError(f"{name}/exercise.py, line 1: the file is missing; say there what is right.") from None
    except UnicodeDecodeError:
        raise ContentError(f"{name}/exercise.py, line 1: this is not UTF-8; save the file as UTF-8.") from None
    try:
        with limited():
            # An author's own file, which says what is right: trusted, read from disk, never from a cell.
            exec(compile(source, str(file), "exec"), module.__dict__)  # noqa: S102
    except DojoError as error:
        raise ContentError(f"{name}/exercise.py, line {_line(error, file)}: {error}") from None
    except (Exception, SystemExit) as error:
        raise _fault(error, "it", file, name) from None
    right = module.__dict__.get("exercise")
    if not isinstance(right, authoring.Exercise):
        raise ContentError(f"{name}/exercise.py, line 1: no exercise is defined; add exercise = Exercise(…).")
    return right


def _fault(error: BaseException, what: str, file: Path, name: str) -> ContentError:
    """What an author's code did wrong, in one sentence."""
    said = f"raised {type(error).__name__} ({' '.join(str(error).split())[:200]}); correct it"
    if isinstance(error, OutOfTime):
        said = f"did not return within {LIMIT_S:g} s; look for a loop without end"
    return ContentError(f"{name}/exercise.py, line {_line(error, file)}: {what} {said}.")


def limited_exercise(right: authoring.Exercise, file: Path, name: str) -> authoring.Exercise:
    """The same exercise, each function of which has a limit and says file and line of its faults."""

    def guarded(function: Callable[..., Any] | None, what: str) -> Any:
        if function is None:
            return None

        @functools.wraps(function)
        def run(*args: Any, **options: Any) -> Any:
            try:
                with limited():
                    return function(*args, **options)
            except (Exception, SystemExit) as error:
                raise _fault(error, what, file, name) from error

        return run

    def checked(id: str) -> authoring.Check:
        check = right.check(id)
        on = (
            authoring.Draw(guarded(check.on.cases, f"the draw of {id}"))
            if isinstance(check.on, authoring.Draw)
            else check.on
        )
        reference = guarded(check.reference, f"the reference of {id}")
        judge, shape = guarded(check.judge, f"the property of {id}"), guarded(check.shape, f"the shape of {id}")
        return replace(check, on=on, reference=reference, judge=judge, shape=shape)

    return replace(
        right,
        reference=guarded(right.reference, "the reference"),
        checks={id: checked(id) for id in right.checks},
        diagnose=guarded(right.diagnose, "diagnose"),
        curves=guarded(right.curves, "curves"),
    )


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
