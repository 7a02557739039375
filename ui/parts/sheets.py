"""Tables to take away: CSV that Excel, too, reads as UTF-8, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from grader.model import Json
from grader.words import cell

Line = Sequence[Json]
BOM = "\ufeff"


def written(lines: Iterable[Line]) -> bytes:
    """A CSV file, header first."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([cell(value) for value in line] for line in lines)
    return (BOM + out.getvalue()).encode()


def offer(label: str, file: str, make: Callable[[], Iterable[Line]], *, key: str) -> None:
    """A button that makes the file when it is asked for."""
    st.download_button(label, lambda: written(make()), file, "text/csv", on_click="ignore", key=key)
