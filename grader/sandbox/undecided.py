"""What torch has and `offered.txt` does not mention, and what it mentions and torch has no more: for a person to decide.

Run as `python -m grader.sandbox.undecided` after an upgrade of torch; a test holds both lists empty. Python's own modules
are left out: they differ from version to version, and what is new there is refused all the same.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from grader.sandbox import offered
from grader.sandbox.attributes import LISTED
from grader.sandbox.modules import MODULES
from grader.sandbox.offered import Offer


def new() -> list[str]:
    """Names of torch that nobody has decided about, each with its section."""
    return sorted(
        f"[{section}] {name}"
        for section, offer, present in _sections()
        for name in present - offer.names - offer.refused.keys()
    )


def vanished() -> list[str]:
    """Names on offer that this torch has no more, each with its section."""
    return sorted(f"[{section}] {name}" for section, offer, present in _sections() for name in offer.names - present)


def _sections() -> Iterator[tuple[str, Offer, set[str]]]:
    """Section, its decisions, and the public names that are there now."""
    for name, offer in offered.MODULES.items():
        if name.startswith("torch"):
            module = importlib.import_module(name)
            inner = {inner for inner in offer.names if f"{name}.{inner}" in MODULES}
            yield name, offer, {key for key in dir(module) if _is_name(module, key)} | inner
    for name, offer in offered.TYPES.items():
        if name.startswith("torch"):
            yield f"type {name}", offer, set().union(*(_public(kind) for kind in _family(offer)))


def _is_name(module: ModuleType, name: str) -> bool:
    """Inner modules are nobody's decision: they are on offer with a section of their own, or not at all."""
    return name == "__version__" or (
        not name.startswith("_") and not isinstance(getattr(module, name, None), ModuleType)
    )


def _family(offer: Offer) -> set[type]:
    """The classes of a section: those that it names, and those on offer of which they are the nearest listed ancestor."""
    on_offer: list[Any] = [value for module in MODULES.values() for value in module.names.values()]
    classes = {*LISTED, *(value for value in on_offer if isinstance(value, type))}
    return {kind for kind in classes if next((LISTED[base] for base in kind.__mro__ if base in LISTED), None) is offer}


def _public(kind: type) -> set[str]:
    """What its instances have, without what only its metaclass has."""
    return {name for base in kind.__mro__ for name in vars(base) if not name.startswith("_")}


if __name__ == "__main__":
    print("\n".join(["New:", *new(), "", "Vanished:", *vanished()]))
