"""HTML of our own making. `Html` marks what is safe to show; everything else goes through `escape` first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as _escape
from typing import NewType

from grader.words import plain

Html = NewType("Html", str)
"""Markup that we wrote ourselves, with every foreign text in it escaped."""

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`([^`]+)`")
_EVERYTHING = 10**9


def escape(text: str) -> Html:
    """Any text, ours or a learner's, as plain text inside HTML: no markup, no control or direction characters."""
    return Html(_escape(plain(text, _EVERYTHING)))


def join(parts: Iterable[Html]) -> Html:
    """Pieces of markup, one after the other."""
    return Html("".join(parts))


def emphasise(escaped: Html) -> Html:
    """`**bold**` and `` `code` `` of escaped text as markup. For texts of ours and of an exercise, never a learner's."""
    return Html(_CODE.sub(r"<code>\1</code>", _BOLD.sub(r"<b>\1</b>", escaped)))
