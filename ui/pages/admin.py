"""Server: whether everything that a submission needs is there. For administrators."""

from __future__ import annotations

import streamlit as st

from grader.model import Role
from ui.monitor import LEAST_FREE_MB
from ui.parts.icons import icon
from ui.parts.markup import Html, escape, join
from ui.parts.page import frame, me, require, title
from ui.parts.services import services
from ui.parts.speak import h, t
from ui.parts.standing import ago


def show() -> None:
    """One line a thing: sign, word, number, and why it matters."""
    require(Role.ADMIN)
    ours, health = services(), services().caretaking.look(me())
    judge, jail = ours.dispatch.state, ours.dispatch.isolation
    counts, free_mb = health.counts, health.free // 1_000_000
    size = h("admin.data.is", size=round(health.database / 1e6, 1), free=round(health.free / 1e9, 1))
    since = ago(counts.oldest_open) if counts.oldest_open else ""
    waits = h("admin.open.some", n=counts.open, since=since) if counts.open else h("admin.open.none")
    lines = [
        line("judge", h(f"admin.judge.{judge}"), judge == "ready"),
        line("jail", isolation(), jail is not None and jail.is_full),
        line("queue", h("admin.queue.is", waiting=ours.dispatch.waiting, slots=ours.dispatch.slots), True),
        line("open", waits, True),
        line("submissions", escape(f"{counts.submissions:,}"), True),
        line("people", h("admin.people.is", people=counts.people, signed=counts.signed_in), True),
        line("data", size, free_mb >= LEAST_FREE_MB),
    ]
    is_well = all(good for good, _ in lines)
    with frame(760):
        title(t("admin.title"), facts=[h("admin.well" if is_well else "admin.unwell")], lead=t("admin.lead"))
        st.html(f"<table class='kd-health'><tbody>{join(row for _, row in lines)}</tbody></table>")
        st.html(f"<p class='kd-meta'>{h('admin.backup')}</p>")
        st.button(t("admin.again"), key="again")


def isolation() -> Html:
    """The tier that was proved, with its layers."""
    jail = services().dispatch.isolation
    if jail is None:
        return h("admin.jail.unknown")
    return h("admin.jail.full" if jail.is_full else "admin.jail.less", layers=list(jail.layers))


def line(name: str, value: Html, good: bool) -> tuple[bool, Html]:
    """Sign, name, value and reason as one row."""
    why = f"<span class='kd-meta'>{h(f'admin.{name}.why')}</span>"
    sign = icon("pass" if good else "stuck")
    return good, Html(f"<tr><th scope='row'>{sign} {h(f'admin.{name}')}</th><td><b>{value}</b>{why}</td></tr>")


show()
