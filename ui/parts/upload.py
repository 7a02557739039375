"""A file instead of typing: its code goes into the editor as the draft. What it replaces can be put back."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from grader.course.handin.uploads import MOST_MB, Upload, defined_in, read_upload
from grader.errors import Declined
from grader.model import Exercise, Json, Message
from grader.words import say
from ui.parts.markup import Html, join
from ui.parts.services import me, services
from ui.parts.speak import h, lang, t
from ui.parts.statement import restore

_NAME = 80
"""Characters shown of a file's name."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of the last file here: its code, or why there is none."""

    name: str
    upload: Upload | None = None
    fault: Message | None = None
    before: Json = None
    """The draft that it replaced; None: the starter."""
    is_undone: bool = False


def hand_in(exercise: Exercise) -> None:
    """The quiet place under the editor where a file may be chosen, and what became of it."""
    received: Received | None = st.session_state.get(_key(exercise))
    with st.expander(t("upload.title"), key="upload"):
        st.html(f"<p class='kd-meta'>{h('upload.what', most=MOST_MB)}</p>")
        widget = f"upload-{exercise.id}"
        st.file_uploader(
            t("upload.label"),
            type=["py", "ipynb"],
            key=widget,
            max_upload_size=MOST_MB,
            label_visibility="collapsed",
            on_change=_receive,
            args=(exercise, widget),
        )
        if received:
            _show(exercise, received)


def _key(exercise: Exercise) -> str:
    return f"received-{exercise.id}"


def _receive(exercise: Exercise, widget: str) -> None:
    """A file was chosen or taken away; its code replaces the draft, which is remembered."""
    file = st.session_state[widget]
    if file is None:
        st.session_state.pop(_key(exercise), None)
        return
    name = file.name[-_NAME:]
    try:
        upload = read_upload(file.name, file.getvalue(), exercise.entry)
    except Declined as error:
        st.session_state[_key(exercise)] = Received(name, fault=Message(error.code, error.fields))
        return
    before = services().learning.state(me(), exercise.id).draft
    restore(exercise.id, upload.code)
    st.session_state[_key(exercise)] = Received(name, upload, before=before)


def _undo(exercise: Exercise, received: Received) -> None:
    if received.before is None:
        services().learning.reset(me(), exercise.id)
    else:
        restore(exercise.id, received.before)
    st.session_state[_key(exercise)] = Received(received.name, is_undone=True)


def _show(exercise: Exercise, received: Received) -> None:
    if received.fault:
        said = h("upload.fault", name=received.name, why=say(received.fault, lang()))
        st.html(f"<p class='kd-problem' role='alert'>{said}</p>")
    elif received.is_undone:
        st.html(f"<p class='kd-meta' role='status'>{h('upload.is-back')}</p>")
    elif received.upload:
        st.html(f"<div role='status'>{_taken(exercise, received.name, received.upload)}</div>")
        st.button(t("upload.back"), key="upload-back", on_click=_undo, args=(exercise, received))


def _taken(exercise: Exercise, name: str, upload: Upload) -> Html:
    """What was taken out, what was left, and what is missing."""
    names = defined_in(upload.code)
    if upload.cells:
        used = len({place.cell for place in upload.places if place})
        listed = ", ".join(sorted(names)[:12])
        fields = {"name": name, "names": listed, "from": used, "cells": upload.cells}
        said = [h("upload.done.notebook", **fields)]
    else:
        said = [h("upload.done.file", name=name)]
    said[0] = Html(f"{said[0]} {h('upload.next')}")
    said += [h("upload.left", why=say(note, lang())) for note in upload.notes]
    if exercise.entry and exercise.entry not in names:
        said.append(h("upload.missing", entry=exercise.entry))
    return join(Html(f"<p class='kd-meta'>{one}</p>") for one in said)
