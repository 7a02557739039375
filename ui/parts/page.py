"""What every page starts with: the column, the title, the language switch, and the calm words when something fails."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from grader.errors import NotAllowed
from grader.model import Lang, Person, Role
from ui.parts import icons
from ui.parts.base import base_path
from ui.parts.markup import Html, escape, join
from ui.parts.services import for_the_author, me, person, services
from ui.parts.speak import choose, h, lang, section_named, t

__all__ = ["Up", "column", "failed", "frame", "guarded", "lang", "me", "notice", "require", "title"]

_LOG = logging.getLogger("kernel_dojo.ui")
HERE = Path(__file__).parent
_STYLES = (
    "look.css",
    "who.css",
    "exercise.css",
    "pages.css",
    "homework.css",
    "classroom.css",
    "mistakes.css",
    "gradebook.css",
    "people.css",
)
# One element for all pages: over 10 KB Streamlit sends it once a session, then only its hash.
CSS = "".join((HERE / name).read_text("utf-8") for name in _STYLES) + icons.CSS
# Source Sans has its own “ ” … —, half as wide as the Chinese ones. A local face of the same family name with a
# unicode-range takes over just these signs; its weight range must equal Streamlit's own, or the faces do not compose.
_QUOTES = "".join(
    f"@font-face{{font-family:'{family}';src:local('PingFang SC'),local('PingFangSC-Regular'),local('Microsoft YaHei'),"
    "local('Noto Sans CJK SC'),local('NotoSansCJKsc-Regular');"
    "unicode-range:U+201C-201D,U+2014,U+2026;font-weight:100 900}"
    for family in ("Source Sans", "Source Serif")
)
# Streamlit always says <html lang="en">; only a component can correct it (screen readers, choice of fonts, :lang()).
_say_lang = st.components.v2.component(
    "kernel_dojo_language",
    js="export default function (component) {\n  document.documentElement.lang = component.data.lang\n}\n",
)
NOTHING = Html("")
AT_ONCE = 3
"""How many faults of the course a page tells of."""
_TAGS: Mapping[Lang, str] = {"en": "en", "zh": "zh-CN"}


@dataclass(frozen=True, slots=True)
class Up:
    """Where the breadcrumb leads: a page file relative to `ui/`, what the link says, and its query."""

    page: str
    label: str
    query: Mapping[str, str]


def frame(width: int, gap: Literal["xsmall", "small", "medium", "large"] = "medium") -> DeltaGenerator:
    """One centred column; `width` is the page's own measure in px. Use it as `with frame(1040):`."""
    page = column(width, gap, corner(person()))
    dispatch = services().dispatch
    with page:
        if dispatch.state == "offline":
            notice(h("offline"))
        if dispatch.isolation and not dispatch.isolation.is_full:
            notice(h("unprotected"))
        for fault in for_the_author()[:AT_ONCE]:
            notice(h("broken", fault=fault))
    return page


def column(width: int, gap: Literal["xsmall", "small", "medium", "large"], before: Html = NOTHING) -> DeltaGenerator:
    """The bare column and the language switch, with what stands `before` it: all that a stranger sees of a frame."""
    st.html(f"<style>{CSS}</style>")
    measure = f".st-key-page{{max-width:{width}px;margin-inline:auto;width:100%}}"
    st.html(f"<style>{measure}{_QUOTES if lang() == 'zh' else ''}</style>")
    page = st.container(key="page", gap=gap)  # before the switch, so that it adds no gap above the title
    with st.container(key="lang", horizontal=True, gap="small", vertical_alignment="center"):
        if before:
            st.html(before, width="content")
        other: Lang = "en" if lang() == "zh" else "zh"
        label = {"en": "English", "zh": "中文"}[other]
        st.button(label, key="lang-switch", type="tertiary", on_click=choose, args=(other,))
        _say_lang(data={"lang": _TAGS[lang()]}, key="say-lang", height=1)
    return page


def corner(asking: Person) -> Html:
    """Who is signed in, and the way out. A real form: the answer takes the cookie away. Nothing in local mode."""
    if not asking.course:
        return NOTHING
    name = escape(asking.name or asking.id)
    section = [escape(section_named(asking.section))] if asking.section else []
    facts = [h(f"door.role.{asking.role.value}"), *section]
    return Html(
        f"<details class='kd-who{' staff' if asking.role.covers(Role.ASSISTANT) else ''}'><summary aria-label='{h('door.you')}: {name}'><span>{name}</span>{icons.icon('down')}</summary>"
        f"<div><b>{name}</b><span>{' · '.join(facts)}</span>"
        f"<form method='post' action='{base_path()}/leave'><button type='submit'>{h('door.leave')}</button></form></div>"
        "</details>"
    )


def title(text: str, crumb: str = "", facts: Sequence[Html] = (), lead: str = "", up: Up | None = None) -> None:
    """Breadcrumb, title, quiet facts at the right, one lead sentence: every page opens like this."""
    st.set_page_config(page_title=f"{text} · Kernel Dojo")
    right = join(Html(f"<span>{fact}</span>") for fact in facts)
    body = (
        f"<header class='kd-head' lang='{_TAGS[lang()]}'>{f'<p class=kd-crumb>{escape(crumb)}</p>' if crumb and not up else ''}"
        f"<div class='kd-row'><h1 class='kd-title'>{escape(text)}</h1>{f'<p class=kd-facts>{right}</p>' if facts else ''}</div>"
        f"{f'<p class=kd-lead>{escape(lead)}</p>' if lead else ''}</header>"
    )
    if up is None:
        st.html(body)
        return
    with st.container(key="head", gap=None):
        with st.container(key="crumb", horizontal=True, gap=None):
            st.page_link(up.page, label=up.label, query_params=dict(up.query), width="content")
            if crumb:
                st.html(f"<p class='kd-crumb'>{escape(crumb)}</p>", width="content")
        st.html(body)


def notice(text: Html) -> None:
    """A quiet band for what the whole page should know."""
    st.html(f"<p class='kd-band' role='status'>{icons.icon('stuck')}<span>{text}</span></p>")


def failed(error: Exception) -> bool:
    """Say that the page failed, with a reference that stands in the log. True: Streamlit shows nothing of its own."""
    st.html(f"<style>{CSS}</style>")
    if isinstance(error, NotAllowed):  # a click after the session ended, or for which the role is not there any more
        way = f"<a href='{base_path()}/' target='_self'>{h('door.again')}</a>"
        st.html(
            f"<div class='kd-trouble'><h1 class='kd-title'>{h('missing.title')}</h1><p class='kd-lead'>{way}</p></div>"
        )
        return True
    reference = secrets.token_hex(2)
    _LOG.error("page failed, reference %s", reference, exc_info=error)
    try:
        said = h("failed.body", reference=reference)
        heading = h("failed.title")
    except Exception:  # the services themselves are what failed: no language is known
        heading, said = Html("This page cannot be shown · 页面无法显示"), Html(f"Reference · 编号 <b>{reference}</b>")
    st.html(
        f"<div class='kd-trouble' role='alert'><h1 class='kd-title'>{heading}</h1><p class='kd-lead'>{said}</p></div>"
    )
    return True


def guarded(render: Callable[[], Any]) -> None:
    """Run a page or a fragment; an exception becomes our own words, never a traceback.

    Whoever was signed out meanwhile gets the stranger's page; what a role does not give is not there.
    """
    try:
        render()
    except NotAllowed:
        if is_stranger():
            st.rerun()
        not_found("page")
    except Exception as error:
        failed(error)


def is_stranger() -> bool:
    """Whether nobody is signed in here."""
    try:
        person()
    except NotAllowed:
        return True
    return False


def require(role: Role) -> Person:
    """The person of this request, if they may do what `role` may; else the page ends as if there were none."""
    asking = person()
    if not asking.role.covers(role):
        with frame(920):
            not_found("page")
        st.stop()
    return asking


def not_found(kind: str) -> None:
    """The page for an address that names nothing."""
    title(t("missing.title"), lead=t(f"missing.{kind}"))
    st.page_link("pages/learn.py", label=t("missing.back"))
