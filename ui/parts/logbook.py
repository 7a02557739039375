"""The audit log: who did what to whom and when. For admins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import streamlit as st

from grader.course.access import OPERATOR
from grader.course.people.records import AUDIT_COLUMNS, Log, rows_of, said
from grader.errors import UsageError
from grader.model import Person
from grader.store.audit import Entry, Filter
from grader.words import catalogue
from ui.parts import sheets
from ui.parts.filters import choice
from ui.parts.live import name_of
from ui.parts.markup import Html, escape, join
from ui.parts.page import me
from ui.parts.people import ALL
from ui.parts.services import services
from ui.parts.speak import LOCALE, h, t
from ui.parts.standing import zone

STEP = 50
MOST = 100_000
"""Rows of the file to take away."""
DAYS = ("", "1", "7", "30")


def show(everybody: Sequence[Person]) -> None:
    """Filters, a page of rows, the file."""
    wanted = choose()
    if wanted is None:
        st.html(f"<p class='kd-lead'>{h('people.log.nobody')}</p>")
        return
    page = max(0, int(st.session_state.get("log-page", 0)))
    log = services().records.log(me(), wanted, limit=STEP, skip=page * STEP)
    if not log.entries:
        st.html(f"<p class='kd-lead'>{h('people.log.none')}</p>")
        return
    table(log, {person.id: name_of(person) for person in everybody})
    pages(page, log.total)
    sheets.offer(t("people.csv"), "audit.csv", lambda: sheet(wanted), key="csv-log")


def choose() -> Filter | None:
    """The filter row; None where somebody is asked for whom nobody knows."""
    actions = services().records.actions(me())
    with st.container(key="people-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        action = choice(
            "people", "action", {ALL: t("people.action.all"), **{one: word_of(one) for one in actions}}, 230
        )
        who = st.text_input(t("people.log.who"), key="log-who", placeholder=t("people.log.who.hint"), width=240) or ""
        whom = (
            st.text_input(t("people.log.whom"), key="log-whom", placeholder=t("people.log.whom.hint"), width=240) or ""
        )
        days = choice("people", "days", {one: t(f"people.days.{one or 'all'}") for one in DAYS}, 150)
    try:
        actor, subject = id_of(who), id_of(whom)
    except UsageError:
        return None
    now = datetime.now(UTC)
    since = now - timedelta(days=int(days)) if days else None
    if st.session_state.get("log-asked") != (action, actor, subject, days):
        st.session_state["log-asked"], st.session_state["log-page"] = (action, actor, subject, days), 0
    return Filter(actor, action, subject, since)


def id_of(text: str) -> str:
    """Whom an id, an address or a login names; the operator by their word, somebody erased by their id."""
    plain = text.strip()
    if not plain or plain == OPERATOR or plain.startswith("p-"):
        return plain
    return services().roster.find(me(), plain).id


def word_of(action: str) -> str:
    """What an action is called; an action without a word by its code."""
    key = f"people.did.{action}"
    return t(key) if key in catalogue(LOCALE) else action


def table(log: Log, names: Mapping[str, str]) -> None:
    """When, who, what, whom, and the details."""
    heads = join(
        Html(f"<th scope='col'>{h(f'people.log.{name}')}</th>") for name in ("when", "who", "what", "whom", "details")
    )
    rows = join(_row(entry, names) for entry in log.entries)
    st.html(
        f"<p class='kd-meta' role='status'>{h('people.log.total', n=log.total)}</p>"
        f"<table class='kd-people log'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(entry: Entry, names: Mapping[str, str]) -> Html:
    at = entry.at.astimezone(zone())
    who, whom = _somebody(entry.actor, names), _somebody(entry.subject, names)
    return Html(
        f"<tr><td><time datetime='{entry.at.isoformat()}'>{at:%Y-%m-%d %H:%M}</time></td><td>{who}</td>"
        f"<td>{escape(word_of(entry.action))}</td><td>{whom}</td><td>{escape(said(entry.details))}</td></tr>"
    )


def _somebody(id: str, names: Mapping[str, str]) -> Html:
    if id == OPERATOR:
        return h("people.log.operator")
    return escape(names.get(id, id))


def pages(page: int, total: int) -> None:
    """Newer and older."""
    if total <= STEP:
        return
    with st.container(key="log-pages", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(t("people.log.newer"), key="log-newer", disabled=page == 0, on_click=_turn, args=(page - 1,))
        st.html(f"<p class='kd-meta'>{h('people.log.page', n=page + 1, of=-(-total // STEP))}</p>", width="content")
        last = (page + 1) * STEP >= total
        st.button(t("people.log.older"), key="log-older", disabled=last, on_click=_turn, args=(page + 1,))


def _turn(page: int) -> None:
    st.session_state["log-page"] = page


def sheet(wanted: Filter) -> list[sheets.Line]:
    """All rows that fit, for a spreadsheet."""
    return [AUDIT_COLUMNS, *rows_of(services().records.log(me(), wanted, limit=MOST))]
