"""Comments: a place for staff to write them, and the quiet panel in which a learner reads them. Plain text only."""

from __future__ import annotations

import streamlit as st

from grader.course.classroom.mistakes import LONGEST
from grader.errors import Declined
from grader.model import Message
from grader.store.comments import Comment
from grader.words import say
from ui.parts.markup import Html, escape, join
from ui.parts.services import me, services
from ui.parts.speak import h, lang, t
from ui.parts.statement import when

# ---------- For learners ----------


def notes(exercise: str) -> None:
    """What instructors have said to this learner about this exercise; nothing where they have not."""
    found = services().mistakes.comments_for(me(), exercise) if services().people.has_courses() else ()
    if not found:
        return
    items = []
    for note in found:
        earlier = "" if note.is_current else f"<p class='kd-meta'>{h('comment.earlier')}</p>"
        by = _by(note.author, when(note.at, lang()))
        items.append(Html(f"<div class='kd-comment'>{earlier}<p class='kd-words'>{escape(note.text)}</p>{by}</div>"))
    title = h("comment.note" if len(found) == 1 else "comment.notes")
    st.html(f"<section class='kd-notes' tabindex='0' aria-label='{title}'><h2>{title}</h2>{join(items)}</section>")


def _by(author: str, at: str) -> Html:
    return Html(f"<p class='kd-meta'>{h('comment.by', name=author or t('comment.somebody'), at=at)}</p>")


# ---------- For staff ----------


def thread(exercise: str, label: str, help: str, *, learner: str | None = None, signature: str = "") -> None:
    """What was said to a learner or a cluster so far, and a box for more. `label` and `help` are the box's own words."""
    key = f"{exercise}-{learner or signature}"
    with st.container(key="say", gap="small"):
        st.html(f"<h2 class='kd-h'>{escape(label)}</h2><p class='kd-meta'>{escape(help)}</p>")
        for one in services().mistakes.comments_to(me(), exercise, learner=learner, signature=signature):
            _one(one)
        count = st.session_state.get(f"said-{key}", 0)
        with st.form(f"say-{key}-{count}", border=False):
            text = _box(f"text-{key}-{count}", "")
            if st.form_submit_button(t("comment.send"), type="primary", key=f"main-say-{key}"):
                _send(key, exercise, text, learner, signature)


def _box(key: str, value: str) -> str:
    return st.text_area(t("comment.label"), value, key=key, max_chars=LONGEST, height=110, label_visibility="collapsed")


def _send(key: str, exercise: str, text: str, learner: str | None, signature: str) -> None:
    """Keep it and empty the box; what is declined stays there with the reason under it."""
    try:
        services().mistakes.comment(me(), exercise, text, learner=learner, signature=signature)
    except Declined as error:
        _problem(error)
        return
    st.session_state[f"said-{key}"] = st.session_state.get(f"said-{key}", 0) + 1
    st.rerun()


def _problem(error: Declined) -> None:
    said = say(Message(error.code, error.fields), lang())
    st.html(f"<p class='kd-problem' role='alert'>{escape(said)}</p>")


def _one(one: Comment) -> None:
    """One comment, with what may be done to it."""
    if st.session_state.get("comment-edited") == one.id:
        _edit(one)
        return
    words = f"<p class='kd-words'>{escape(one.text)}</p>{_by(one.author, when(one.made_at, lang()))}"
    st.html(f"<div class='kd-comment'>{words}</div>")
    if not services().mistakes.may_change(me(), one):
        return
    if st.session_state.get("comment-removed") == one.id:
        st.html(f"<p class='kd-meta' role='status'>{h('comment.remove.sure')}</p>")
        with st.container(horizontal=True, gap="small"):
            if st.button(t("comment.remove.yes"), key=f"comment-yes-{one.id}"):
                _remove(one)
            st.button(t("comment.cancel"), key=f"comment-keep-{one.id}", on_click=_turn, args=("removed", None))
        return
    with st.container(horizontal=True, gap="small"):
        args = ("edited", one.id), ("removed", one.id)
        st.button(t("comment.edit"), key=f"comment-edit-{one.id}", type="tertiary", on_click=_turn, args=args[0])
        st.button(t("comment.remove"), key=f"comment-remove-{one.id}", type="tertiary", on_click=_turn, args=args[1])


def _turn(what: str, id: int | None) -> None:
    """Begin or leave editing or removing a comment; one at a time."""
    for name in ("edited", "removed"):
        st.session_state[f"comment-{name}"] = id if name == what else None


def _edit(one: Comment) -> None:
    text = _box(f"comment-text-{one.id}", one.text)
    with st.container(horizontal=True, gap="small"):
        saved = st.button(t("comment.save"), key=f"comment-save-{one.id}")
        st.button(t("comment.cancel"), key=f"comment-leave-{one.id}", on_click=_turn, args=("edited", None))
    if saved:
        try:
            services().mistakes.edit_comment(me(), one.id, text)
        except Declined as error:
            _problem(error)
            return
        _turn("edited", None)
        st.rerun()


def _remove(one: Comment) -> None:
    try:
        services().mistakes.remove_comment(me(), one.id)
    except Declined as error:
        _problem(error)
        return
    _turn("removed", None)
    st.rerun()
