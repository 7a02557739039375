"""Back into the LMS: its own file in, what would be filled, and the file to upload there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from grader.course.gradebook.lms import Filled
from grader.course.gradebook.sheet import MOST_BYTES
from grader.course.homework.assignment import Assignment
from grader.errors import Declined, UnreadableFile
from grader.model import Message
from grader.words import plain, say
from ui.parts.live import name_of
from ui.parts.markup import Html, escape, join
from ui.parts.page import me, notice
from ui.parts.services import services
from ui.parts.speak import h, lang, t

_AUTO = ""
_SHOWN = 200


def pane(assignment: Assignment | None) -> None:
    """Choose the file, see what would happen, take it away."""
    if assignment is None:
        st.html(f"<p class='kd-meta'>{h('lmspane.choose')}</p>")
        return
    file = st.file_uploader(t("lmspane.file"), key="lms-file", max_upload_size=MOST_BYTES // 1_000_000)
    if file is None:
        st.session_state.pop("lms-columns", None)
        return
    offered: list[str] = st.session_state.get("lms-columns", [])
    with st.container(key="lms-which"):
        column = _choice(offered) if offered else _AUTO
    scale = st.toggle(t("lmspane.scale"), key="lms-scale")
    done = _filled(assignment, file.getvalue(), column, scale)
    if done is not None:
        _preview(done)
        name = f"{assignment.id}-{done.lms.value.lower()}.csv"
        st.download_button(
            t("lmspane.download"), done.data, name, "text/csv", type="primary", on_click="ignore", key="main-lms"
        )


def _choice(columns: Sequence[str]) -> str:
    return st.selectbox(t("lmspane.column"), [_AUTO, *columns], format_func=_titled, key="lms-column")


def _titled(column: str) -> str:
    return plain(column) if column else t("lmspane.column.auto")


def _filled(assignment: Assignment, data: bytes, column: str, scale: bool) -> Filled | None:
    """The filled file; where a column has to be named, those that there are become a choice."""
    try:
        return services().gradebook.round_trip(me(), assignment.id, data, column or None, scale=scale)
    except UnreadableFile:
        notice(h("lmspane.unreadable"))
    except Declined as error:
        notice(escape(say(Message(error.code, error.fields), lang())))
        columns = error.fields.get("columns")
        if isinstance(columns, list) and not st.session_state.get("lms-columns"):
            st.session_state["lms-columns"] = columns
            _choice(columns)
    return None


def _preview(done: Filled) -> None:
    said = h("lmspane.filled", n=done.filled, column=done.column, lms=done.lms.value)
    absent = [f"{name_of(person)} ({person.email or person.login or person.id})" for person in done.absent]
    lists = (("unmatched", done.unmatched), ("kept", done.kept), ("waiting", done.waiting), ("absent", absent))
    folds = join(_fold(name, names) for name, names in lists if names)
    st.html(f"<div class='kd-ledger'><p class='kd-sum'>{said}</p>{folds}</div>")


def _fold(name: str, names: Sequence[str]) -> Html:
    items = join(Html(f"<li>{escape(one)}</li>") for one in names[:_SHOWN])
    more = "<li>…</li>" if len(names) > _SHOWN else ""
    is_open = "open" if name == "unmatched" else ""
    return Html(
        f"<details {is_open}><summary><span>{h(f'lmspane.{name}', n=len(names))}</span></summary><ul>{items}{more}</ul></details>"
    )
