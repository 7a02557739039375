"""What all commands share to speak: colour only for a terminal, JSON that is always valid and inert, progress on stderr."""

from __future__ import annotations

import json
import math
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, TextIO

from grader.model import Json, Lang

# Characters that JSON leaves as they are although a terminal obeys them: C1 controls, direction and lone surrogates.
_OBEYED = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_STYLES = {"good": "32", "bad": "31", "note": "33", "dim": "2", "bold": "1"}


class LangOption(StrEnum):
    """`--lang`."""

    EN = "en"
    ZH = "zh"


def language(asked: LangOption | None, environ: Mapping[str, str] = os.environ) -> Lang:
    """The language asked for, else the one of the environment's locale."""
    if asked:
        return "zh" if asked is LangOption.ZH else "en"
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").lower().startswith("zh") else "en"


class Ink:
    """Colours text for a terminal; leaves it alone for a file, a pipe and whoever set NO_COLOR."""

    def __init__(self, stream: TextIO) -> None:
        self.is_on = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def __call__(self, text: str, style: str = "") -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.is_on and style in _STYLES else text


def prepare_streams() -> None:
    """A terminal that lacks a sign shows a question mark instead of stopping us."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def harmless(value: Any) -> Json:
    """The same data with NaN and infinities as the strings nan, inf and -inf, which JSON lacks."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, Mapping):
        return {str(k): harmless(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [harmless(v) for v in value]
    return value


def to_json(value: Any, *, indent: int | None = None) -> str:
    """Valid JSON, readable Chinese, nothing that a terminal obeys."""
    ascii_only = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8"
    text = json.dumps(harmless(value), ensure_ascii=ascii_only, allow_nan=False, indent=indent)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_json(value: Any, *, indent: int | None = None) -> None:
    """One JSON value on stdout, at once."""
    print(to_json(value, indent=indent), flush=True)


def warn(line: str) -> None:
    """One line on stderr."""
    print(line, file=sys.stderr, flush=True)


@contextmanager
def progress(label: str, total: int | None = None, *, beside: bool = False) -> Iterator[Callable[[], None]]:
    """A bar on stderr while something takes long, or a spinner where the end is not known. Gives what moves it by one.

    Only on a terminal, and not beside a bar's lines: where rows appear on the same terminal they are the progress.
    `beside`: nothing is printed meanwhile, so it may show all the same.
    """
    if not sys.stderr.isatty() or (total is not None and sys.stdout.isatty() and not beside):
        yield lambda: None
        return
    from rich.console import Console  # 50 ms, so only for those who see it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = [SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()]
    if total is not None:
        columns[2:2] = [BarColumn(), MofNCompleteColumn()]
    console = Console(stderr=True)
    # redirected, our stdout would be drawn by rich, as markup, on stderr
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
