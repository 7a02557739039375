"""How far a run is, told from inside a cell: numbers only, seldom, and not without end. What comes out is hostile."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

from grader.errors import WireError
from grader.model import Progress

MOST = 300
"""Frames of one cell. The harness falls silent after so many; a cell that sends more has lost its harness."""

PAUSE_S = 0.05
"""Between two frames that are passed on; what comes sooner is dropped."""

_STEPS = 100_000
"""More epochs than anybody trains here."""


class Teller:
    """What a probe calls as `progress(done, of)` or `progress(done, of, loss)`."""

    def __init__(self, send: Callable[[dict[str, Any]], None]) -> None:
        self._send = send
        self._sent = 0
        self._sent_at = 0.0
        self._last: tuple[int, float | None] | None = None

    def __call__(self, done: int, of: int, value: float | None = None) -> None:
        """Tell it, unless nothing has changed or the last time was a moment ago."""
        now = time.monotonic()
        if value is not None and not math.isfinite(value):
            value = None
        if self._last == (done, value) or self._sent >= MOST or now - self._sent_at < PAUSE_S:
            return
        self._last, self._sent_at = (done, value), now
        self._sent += 1
        self._send({"k": "progress", "done": done, "of": of, "value": value})


class Listener:
    """What the judge's side lets through of it: few frames, and only while a case that is not hidden runs."""

    def __init__(self) -> None:
        self._heard = 0
        self._passed_at = 0.0

    def lets_through(self, *, is_silent: bool) -> bool:
        """Whether this frame goes on. Raises `WireError` when a cell sends more than the harness does."""
        self._heard += 1
        if self._heard > MOST:
            raise WireError("more progress than the harness tells")
        now = time.monotonic()
        if is_silent or now - self._passed_at < PAUSE_S / 2:
            return False
        self._passed_at = now
        return True


def parse(done: object, of: object, value: object) -> Progress:
    """Raises `WireError` for anything but whole numbers 0 ≤ done ≤ of, and a finite number or none."""
    if type(done) is not int or type(of) is not int or not 0 <= done <= of <= _STEPS:
        raise WireError("no progress")
    if value is None or (type(value) is float and math.isfinite(value)):
        return Progress(done, of, value)
    raise WireError("no loss")
