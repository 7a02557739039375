"""A page outside Streamlit: styled like the app, in the visitor's language, without a script or a request elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse

from grader.model import LANGS, Lang
from ui.parts.base import base_path
from ui.parts.markup import Html, escape
from ui.parts.speak import told

UI = Path(__file__).parents[1]
_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Vary": "Accept-Language"}
_NAMES: Mapping[Lang, str] = {"en": "English", "zh": "中文"}
_TAGS: Mapping[Lang, str] = {"en": "en", "zh": "zh-CN"}


def sheet(
    request: Request,
    title: str,
    *,
    crumb: str = "",
    lead: str = "",
    body: Html | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    onward: str = "",
) -> HTMLResponse:
    """A page. `crumb` and `lead` are keys; `title` is one where there is no body of its own, else plain text.

    `onward` is an address of ours that the page goes on to by itself.
    """
    lang = language_of(request)
    heading = escape(title) if body is not None else told(title, lang)
    above = f"<p class=crumb>{told(crumb, lang)}</p>" if crumb else ""
    below = body if body is not None else f"<p class=lead>{told(lead, lang)}</p>{_way_home(lang, onward)}"
    refresh = f"<meta http-equiv=refresh content='0; url={onward}'>" if onward else ""
    text = (
        f"<!doctype html><html lang={_TAGS[lang]}><head><meta charset=utf-8><title>{heading} · Kernel Dojo</title>"
        f"<meta name=viewport content='width=device-width, initial-scale=1'>{refresh}<style>{_css()}</style></head>"
        f"<body><header><a href='{base_path()}/'>{_mark()}Kernel Dojo</a>{_switch(request, lang)}</header>"
        f"<main>{above}<h1>{heading}</h1>{below}</main></body></html>"
    )
    return HTMLResponse(text, status, headers={**_HEADERS, **(headers or {})})


def language_of(request: Request) -> Lang:
    """The language that the switch chose, else the first of ours that the browser wants, else English."""
    asked = request.query_params.get("lang")
    if asked in LANGS:
        return "zh" if asked == "zh" else "en"
    wishes = []
    for place, wish in enumerate(request.headers.get("accept-language", "").lower().split(",")[:20]):
        tag, _, weight = wish.strip().partition(";q=")
        wishes.append((-_number(weight), place, tag))
    first = next((tag[:2] for _, _, tag in sorted(wishes) if tag[:2] in LANGS), "en")
    return "zh" if first == "zh" else "en"


def _number(weight: str) -> float:
    try:
        return float(weight or 1)
    except ValueError:
        return 0.0


def _way_home(lang: Lang, onward: str) -> str:
    return f"<p><a href='{onward or base_path() + '/'}'>{told('join.home', lang)}</a></p>"


def _switch(request: Request, lang: Lang) -> str:
    """A link to this page in the other language; an answer to a form has no address to come back to."""
    if request.method == "POST":
        return ""
    other: Lang = "en" if lang == "zh" else "zh"
    return f"<a href='?lang={other}' hreflang={_TAGS[other]} lang={_TAGS[other]}>{_NAMES[other]}</a>"


@cache
def _mark() -> str:
    return (UI / "static" / "mark.svg").read_text("utf-8").replace("<svg", "<svg aria-hidden=true", 1)


@cache
def _css() -> str:
    """Our colours as look.css has them, Streamlit's own fonts from our own address, and the few rules of these pages."""
    look = (UI / "parts" / "look.css").read_text("utf-8")
    media = Path(st.__file__).parent / "static" / "static" / "media"
    faces = {"Source Sans": "SourceSansVF-Upright.*.woff2", "Source Serif": "SourceSerifVariable-Roman.*.woff2"}
    fonts = "".join(
        f"@font-face{{font-family:'{family}';font-weight:200 900;font-display:swap;"
        f"src:url('{base_path()}/static/media/{file.name}') format('woff2')}}"
        for family, pattern in faces.items()
        for file in media.glob(pattern)
    )
    root = look[look.index(":root") : look.index("}") + 1]
    return fonts + root + (UI / "door.css").read_text("utf-8")
