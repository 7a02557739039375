"""A concept's emblem is a kernel, its progress a row of squares: one square an exercise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ui.parts.markup import Html, escape

_FEW = 24
"""So many squares are drawn large."""

Square = Literal["done", "now", "begun", "open"]


def glyph(digits: str, size: int = 34, *, on: bool = True) -> Html:
    """Nine squares from nine digits: 0 empty, 1 light, 2 full, 3 amber. Grey until the concept is begun."""
    cells = "".join(f"<i class='g{digit}'></i>" for digit in digits if digit in "0123")
    return Html(f"<span class='kd-glyph{'' if on else ' off'}' style='--g:{size}px' aria-hidden='true'>{cells}</span>")


def squares(states: Sequence[Square], said: str, *, small: bool = False) -> Html:
    """One square an exercise. `said` tells a screen reader the same."""
    cells = "".join(f"<i class='{state}'></i>" for state in states)
    kind = "kd-dots" if small else "kd-map few" if len(states) <= _FEW else "kd-map"
    return Html(f"<span class='{kind}' role='img' aria-label='{escape(said)}'>{cells}</span>")
