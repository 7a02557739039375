"""What every component of ours that lives in the browser needs: its scripts as one module, its words in one language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from grader.words import catalogue
from ui.parts import speak
from ui.parts.speak import t

_INDENT = re.compile(r"^\s+|\s+//\s.*$|^//.*$", re.M)
_TEXT = re.compile(r'("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)')
_AROUND = re.compile(r" *(=>|===|!==|&&|\|\||[=,;{}?:<>*]|\+(?! *\+)|-(?! *-)) *")


def module(files: Sequence[Path], last: str) -> str:
    """The files as one JavaScript module that ends with `last`. Comments, indentation and spaces around signs stay here:
    Streamlit sends the module with every run. Nested template strings are not understood."""
    code = _INDENT.sub("", "\n".join([*(file.read_text("utf-8") for file in files), f"{last}\n"])).replace("\n\n", "\n")
    return "".join(part if n % 2 else _AROUND.sub(r"\1", part) for n, part in enumerate(_TEXT.split(code)))


def words(prefix: str) -> dict[str, str]:
    """The sentences `prefix.…` in the language of this request; their `{fields}` are filled in the browser."""
    return {key.removeprefix(f"{prefix}."): t(key) for key in catalogue(speak.LOCALE) if key.startswith(f"{prefix}.")}
