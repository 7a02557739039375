"""A limit for an author's own code, which runs here and not in a cell: it may never return.

Theory of operation: one watching thread knows until when each working thread may stay in an author's code. Python lets
it raise an exception there, between two instructions; a single call that never ends inside C is not reached by it, and
the web side's own patience ends that one, with the judge.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LIMIT_S = 10.0
"""Seconds that one function of an exercise.py may take."""
_LOOK_EVERY_S = 0.1


class OutOfTime(Exception):
    """Raised inside code that did not return in time."""


class _Watch:
    """The watching thread, started when it is first needed; it sleeps while nobody is in an author's code."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._until: dict[int, float] = {}
        self._is_asleep = False
        self._thread: threading.Thread | None = None

    def enter(self, seconds: float) -> bool:
        """Watch the calling thread; False when it is watched already: the outer limit counts."""
        with self._changed:
            if threading.get_ident() in self._until:
                return False
            self._until[threading.get_ident()] = time.monotonic() + seconds
            if self._thread is None:
                self._thread = threading.Thread(target=self._look, name="limit", daemon=True)
                self._thread.start()
            elif self._is_asleep:
                self._changed.notify()
            return True

    def leave(self) -> None:
        """Watch the calling thread no longer, and take back what was sent too late."""
        with self._changed:
            if self._until.pop(threading.get_ident(), None) is None:
                _send(threading.get_ident(), None)

    def _look(self) -> None:
        with self._changed:
            while True:
                self._is_asleep = not self._until
                self._changed.wait(None if self._is_asleep else _LOOK_EVERY_S)
                now = time.monotonic()
                for thread in [thread for thread, until in self._until.items() if now > until]:
                    del self._until[thread]
                    _send(thread, OutOfTime)


def _send(thread: int, exception: type[Exception] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), ctypes.py_object(exception) if exception else None
    )


_watch = _Watch()


@contextmanager
def limited(seconds: float | None = None) -> Iterator[None]:
    """Raises `OutOfTime` in what runs here after so many seconds. Limits inside of a limit do not count."""
    if not _watch.enter(LIMIT_S if seconds is None else seconds):
        yield
        return
    try:
        yield
    finally:
        _watch.leave()
