"""What every component of ours that lives in the browser needs: its scripts as one module, its words in one language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from grader.words import catalogue
from ui.parts import speak
from ui.parts.speak import t

_INDENT = re.compile(r"^\s+|\s+//\s.*$|^//.*$", re.M)


def module(files: Sequence[Path], last: str) -> str:
    """The files as one JavaScript module that ends with `last`; indentation and comments stay here."""
    return _INDENT.sub("", "\n".join([*(file.read_text("utf-8") for file in files), f"{last}\n"])).replace("\n\n", "\n")


def words(prefix: str) -> dict[str, str]:
    """The sentences `prefix.…` in the language of this request; their `{fields}` are filled in the browser."""
    return {key.removeprefix(f"{prefix}."): t(key) for key in catalogue(speak.LOCALE) if key.startswith(f"{prefix}.")}
