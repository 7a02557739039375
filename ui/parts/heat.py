"""Everyone × exercise: what the table is told, its legend, and the same as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st

from grader.course.classroom.classroom import Cell, Room, Row
from grader.model import Exercise, Json
from ui.components import classroom
from ui.parts.live import name_of
from ui.parts.markup import Html, escape, join
from ui.parts.services import services
from ui.parts.sheets import Line
from ui.parts.speak import h, of, t

FEW = 14
"""Up to so many exercises have room for a title that reads from left to right."""
_CODES = {"none": "", "once": "", "after": "", "trying": "t", "stuck": "s"}


def table(room: Room) -> str:
    """Draw the table → the address that was clicked, or nothing."""
    legend()
    return classroom.heat(facts(room), key="heat")


def facts(room: Room) -> dict[str, Json]:
    """What the browser draws from. A cell is a short code: nothing, 1, 4, t2, s9."""
    exercises = [services().catalog.exercise(id) for id in room.exercises]
    sizes = [(concept, sum(1 for _ in some)) for concept, some in groupby(exercises, key=lambda one: one.concept)]
    return {
        "page": "learner",
        "few": FEW,
        "groups": [[of(services().catalog.concept(concept).title), size] for concept, size in sizes],
        "starts": _starts(size for _, size in sizes),
        "exercises": [[one.id, of(one.title)] for one in exercises],
        "rows": [_row(row) for row in room.rows],
        "solved": solved_by(room.rows, len(exercises)),
    }


def _row(row: Row) -> dict[str, Json]:
    return {
        "id": row.person.id,
        "name": name_of(row.person),
        "tag": row.presence,
        "solved": row.solved,
        "cells": ",".join(map(_code, row.cells)),
    }


def _code(cell: Cell) -> str:
    return f"{_CODES[cell.state]}{cell.n or ''}"


def _starts(sizes: Iterable[int]) -> list[int]:
    """In which columns a concept begins, but the first."""
    found, at = [], 0
    for size in sizes:
        found.append(at)
        at += size
    return found[1:]


def solved_by(rows: Sequence[Row], width: int) -> list[int]:
    """How many solved each exercise."""
    return [sum(row.cells[n].state in ("once", "after") for row in rows) for n in range(width)]


def legend() -> None:
    """What the signs mean; the same signs and colours as the cells."""
    signs = (("once", "✓"), ("after", "✓ 3"), ("trying", "2"), ("stuck", "! 7"), ("none", ""))
    items = join(
        Html(
            f"<span title='{escape(t(f'class.legend.{state}.why'))}'><i class='{state}'>{sign}</i>{h(f'class.legend.{state}')}</span>"
        )
        for state, sign in signs
    )
    st.html(
        f"<div class='kd-row kd-everyone'><h2 class='kd-h2'>{h('class.everyone')}</h2><div class='kd-leg'>{items}</div></div>"
        f"<p class='kd-meta'>{h('class.everyone.order')}</p>"
    )


def sheet(room: Room) -> list[Line]:
    """The table for a spreadsheet: a line a learner, a column an exercise, its cell in a word and a number."""
    exercises: list[Exercise] = [services().catalog.exercise(id) for id in room.exercises]
    head = [
        t("class.csv.name"),
        t("class.csv.section"),
        t("class.csv.now"),
        t("class.csv.solved"),
        *(one.id for one in exercises),
    ]
    lines: list[Line] = [head]
    for row in room.rows:
        now = t(f"heat.tag.{row.presence}") if row.presence else ""
        lines.append([name_of(row.person), row.person.section, now, row.solved, *map(said, row.cells)])
    return lines


def said(cell: Cell) -> str:
    """A cell in words: solved, attempt 3."""
    return t(f"class.csv.{cell.state}", n=cell.n)
