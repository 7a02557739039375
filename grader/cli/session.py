"""The judge of one command: started when needed, its log kept only when something was our fault."""

from __future__ import annotations

import logging
import os
import re
import secrets
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillWaiting
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar

from grader.errors import JudgeError

if TYPE_CHECKING:
    from grader.catalog import Catalog
    from grader.dispatch import Dispatch

Answer = TypeVar("Answer")

log = logging.getLogger("grader")


def catalog(*, lenient: bool = False) -> Catalog:
    """The course that the settings name; a lenient one goes on where a concept or an exercise cannot be read."""
    from grader.catalog import Catalog
    from grader.settings import Settings

    return Catalog.load(Settings.load().exercises, lenient=lenient)


@contextmanager
def judge(jobs: int | None = None) -> Iterator[Dispatch]:
    """A running dispatch with `jobs` slots; what the judge logs goes where `keep_log` finds it."""
    from grader.dispatch import Dispatch
    from grader.settings import Settings

    settings = Settings.load()
    dispatch = Dispatch(settings.exercises, slots=jobs or settings.slots, log_to=_log_file())
    dispatch.start()
    try:
        yield dispatch
    finally:
        dispatch.close()


def answer(dispatch: Dispatch, future: Future[Answer]) -> Answer:
    """Wait for an answer. Raises `JudgeError` when the judge is offline: a terminal does not wait for ever."""
    while True:
        try:
            return future.result(0.25)
        except StillWaiting:
            if future.done():
                raise
            if dispatch.state == "offline":
                raise JudgeError("The judge does not start") from None


_logs: list[IO[bytes]] = []


def _log_file() -> IO[bytes]:
    """One file without a name for this process: the judge's stderr and our own log."""
    if not _logs:
        _logs.append(tempfile.TemporaryFile("w+b"))  # noqa: SIM115 - lives as long as the process
        handler = logging.StreamHandler(open(_logs[0].fileno(), "a", closefd=False))  # noqa: SIM115
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.propagate = False
    return _logs[0]


def keep_log(reference: str = "") -> tuple[str, Path | None]:
    """After our fault: a reference, and the file in which its log now stands, if it could be written."""
    reference = re.sub(r"\W", "", reference)[:32] or secrets.token_hex(4)
    error = sys.exc_info()[1]
    file = _log_file()
    if error:
        log.error("reference %s", reference, exc_info=error)
    file.seek(0)
    kept = Path(tempfile.gettempdir()) / f"kernel-dojo-{reference}.log"
    try:
        # for its owner alone: it may hold hidden inputs
        with os.fdopen(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as copy:
            copy.write(file.read())
    except OSError:
        return reference, None
    return reference, kept
