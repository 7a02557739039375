"""Tables to take away: CSV that Excel, too, reads as UTF-8, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from grader.errors import NotAllowed
from grader.model import Json, Person
from grader.words import cell
from ui.parts.later import later
from ui.parts.services import person

Line = Sequence[Json]
BOM = "\ufeff"


def written(lines: Iterable[Line]) -> bytes:
    """A CSV file, header first."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([cell(value) for value in line] for line in lines)
    return (BOM + out.getvalue()).encode()


def offer(label: str, file: str, make: Callable[[], Iterable[Line]], *, key: str) -> None:
    """A button that makes the file when it is asked for."""
    drawn = person()
    st.download_button(
        label, later(lambda: written(asked_again(drawn, make))), file, "text/csv", on_click="ignore", key=key
    )


def asked_again(drawn: Person, make: Callable[[], Iterable[Line]]) -> Iterable[Line]:
    """The table, if whoever saw the button still may: a page that stays open knows what it was drawn with."""
    asking = person()
    if asking.id != drawn.id or not asking.role.covers(drawn.role):
        raise NotAllowed("This file was for somebody else.")
    return make()
