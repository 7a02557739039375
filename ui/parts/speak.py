"""What the interface says, in the language of this request. Sentences stand in `ui/locale/*.yaml`, both languages."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from grader.errors import NotAllowed
from grader.model import Json, Lang, Text
from grader.words import catalogue, shown
from ui.parts.markup import Html, emphasise, escape
from ui.parts.services import me, services

LOCALE = Path(__file__).parents[1] / "locale"
SHORT = 3
"""A section whose name is no longer than this is told to be one."""
_FIELD = re.compile(r"\{(\w+)\}")


def lang() -> Lang:
    """The person's own choice, else the browser's language, else English. Remembered for the session."""
    if "lang" not in st.session_state:
        asking = _asking()
        chosen = services().learning.language(asking) if asking else None
        browser: Lang = "zh" if (st.context.locale or "en").lower().startswith("zh") else "en"
        st.session_state.lang = chosen or browser
    return "zh" if st.session_state.lang == "zh" else "en"


def choose(language: Lang) -> None:
    """Switch the language, now and for every later visit; of a stranger nothing is remembered."""
    st.session_state.lang = language
    if asking := _asking():
        services().learning.set_language(asking, language)


def _asking() -> str | None:
    try:
        return me()
    except NotAllowed:
        return None


def _text(key: str) -> Text:
    return catalogue(LOCALE)[key]


def t(key: str, **args: Json) -> str:
    """The sentence `key` as plain text; `{name}` is filled from `args`, or later in the browser."""
    language = lang()
    return _FIELD.sub(lambda m: shown(args[m[1]], language) if m[1] in args else m[0], _text(key).to(language))


def h(key: str, **args: Json) -> Html:
    """The sentence `key` as HTML: `**bold**` and `` `code` `` become tags, arguments are escaped."""
    return told(key, lang(), **args)


def told(key: str, language: Lang, **args: Json) -> Html:
    """The same in a language of the caller's: for our pages outside Streamlit."""
    sentence = emphasise(escape(_text(key).to(language)))
    return Html(_FIELD.sub(lambda m: escape(shown(args[m[1]], language)), sentence))


def section_named(name: str) -> str:
    """A section in words: Section A, but not Section Section A, nor Section Tuesday group."""
    return t("section.of", name=name) if len(name) <= SHORT else name


def of(text: Text) -> str:
    """A text of the course in the language of this request."""
    return text.to(lang())
