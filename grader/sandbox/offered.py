"""What is on offer, read from `offered.txt`: a committed list, so that a new torch adds nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_FILE = Path(__file__).with_name("offered.txt")


@dataclass(frozen=True, slots=True)
class Offer:
    """One section: the names on offer, and those decided against with the message code that says why."""

    names: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)


def _read(lines: list[str]) -> dict[str, Offer]:
    sections: dict[str, Offer] = {}
    offer = Offer()
    for line in lines:
        if line.startswith("["):
            offer = sections[line.strip("[]")] = Offer()
        elif line.startswith("-"):
            name, _, reason = line[1:].partition(" ")
            offer.refused[name] = f"refused.{reason or 'name'}"
        elif line and not line.startswith("#"):
            offer.names.add(line)
    return sections


_SECTIONS = _read(_FILE.read_text(encoding="utf-8").splitlines())

MODULES: Mapping[str, Offer] = {name: offer for name, offer in _SECTIONS.items() if not name.startswith("type ")}
"""By full name of an importable module."""

TYPES: Mapping[str, Offer] = {
    name.removeprefix("type "): offer for name, offer in _SECTIONS.items() if name.startswith("type ")
}
"""By full name of a class, or of a module whose classes are alike: what may follow a dot after it or its instances."""
