"""What learner code prints: kept up to a cap, sent on soon enough that an endless loop loses none of its first lines."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

_PAUSE_S = 0.05
"""Between two sendings; the first line of a case is sent at once."""

_CHUNK = 4_096


class Prints(io.TextIOBase):
    """A text stream that hands chunks to `send` while `keep` is on and drops the rest."""

    def __init__(self, send: Callable[[str], None], cap: int) -> None:
        self._send = send
        self._room = cap
        self._waiting: list[str] = []
        self._size = 0
        self._sent_at = 0.0
        self.keep = True

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.keep and self._room > 0:
            kept = text[: self._room]
            self._room -= len(kept)
            self._waiting.append(kept)
            self._size += len(kept)
            line_is_due = text.endswith("\n") and time.monotonic() - self._sent_at > _PAUSE_S
            if line_is_due or self._size >= _CHUNK or self._room <= 0:
                self.hand_over()
        return len(text)

    def hand_over(self) -> None:
        """Send what is waiting."""
        if self._waiting:
            text = "".join(self._waiting)
            self._waiting, self._size = [], 0
            self._send(text.encode("utf-8", "replace").decode())
            self._sent_at = time.monotonic()
