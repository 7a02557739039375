"""The code editor: CodeMirror 6 in a Streamlit component. Nothing typed is lost: see src/draft.js.

The bundle comes from our own address and is cached for ever; what travels with every run is a shim of a few lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypedDict

import streamlit as st

from ui.parts.base import base_path

HERE = Path(__file__).parent


def _only_bundle() -> Path:
    found = sorted(HERE.glob("editor-??????????.js"))
    if len(found) != 1:
        raise RuntimeError(f"{HERE} holds {len(found)} bundles, not one. Run: npm ci && npm run build")
    return found[0]


BUNDLE = _only_bundle()
_HTML = """<div class="ed"><div class="ed-cm"></div>
<div class="ed-bar"><button class="ed-run" type="button"></button><button class="ed-submit" type="button"></button>
<span class="ed-hint"></span><button class="ed-reset" type="button"></button></div>
<span class="ed-more" id="ed-hint"></span><div class="ed-live" role="status" aria-live="polite"></div></div>"""
# Streamlit calls again when the data changes, and then also runs the cleanup of the call before it if that was still
# waiting for the bundle: only the newest call may show or remove the editor, else a reload while checks run loses it.
_SHIM = """const bundle = import(new URL("%s", location.origin))
const newest = new WeakMap()
export default async function (component) {
  const root = component.parentElement, call = (newest.get(root) ?? 0) + 1
  newest.set(root, call)
  try {
    const { show, remove } = await bundle
    if (newest.get(root) === call) show(component)
    return () => { if (newest.get(root) === call) remove(root) }
  } catch (error) {
    console.error(error)
    root.querySelector(".ed-cm").textContent = component.data.words.broken
  }
}
"""


def bundle_url() -> str:
    """Where the bundle is served."""
    return f"{base_path()}/assets/{BUNDLE.name}"


_mount = st.components.v2.component(
    "kernel_dojo_editor",
    html=_HTML,
    js=_SHIM % bundle_url(),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark on a line: `error` red, `warning` amber. `message` is plain text."""

    line: int
    message: str
    severity: Literal["error", "warning"] = "error"


class Action(TypedDict):
    """What the learner pressed, with the text as it stood then. `n` is new for every press."""

    kind: Literal["run", "submit", "reset"]
    code: str
    rev: int
    n: str


class DraftUpdate(TypedDict):
    """What was typed, a moment later."""

    code: str
    rev: int
    n: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What the editor shows. The text replaces what stands there only when `rev` is another; else it acknowledges drafts."""

    code: str
    rev: int
    busy: Literal["", "run", "submit"] = ""
    quiet: bool = False
    """Submit steps back: something else is the thing to do now."""
    markers: Sequence[Marker] = ()
    marked: str = ""
    """The `n` of the action whose text the markers count in; empty: the text that stands here."""
    fits: bool = False
    """The server's text is the one that the markers count in."""
    answered: str = ""
    """The `n` of the last action that Python dealt with."""
    live: str = ""
    """Said once to screen readers when it changes."""


def action_of(key: str) -> Action | None:
    """What was pressed; for the `on_action` callback."""
    found: Action | None = st.session_state[key].get("action")
    return found


def draft_of(key: str) -> DraftUpdate | None:
    """What was typed; for the `on_draft` callback."""
    found: DraftUpdate | None = st.session_state[key].get("draft")
    return found


def editor(
    key: str,
    place: str,
    shown: Shown,
    words: dict[str, str],
    *,
    label: str,
    on_action: Callable[[], None],
    on_draft: Callable[[], None],
    min_height: int = 240,
) -> None:
    """Show the editor. `place` names the draft in the browser's own storage: learner and exercise."""
    said = {"text": shown.live, "n": shown.answered} if shown.live else None
    data = asdict(shown) | {"key": place, "label": label, "words": words, "live": said, "min_height": min_height}
    _mount(key=key, data=data, on_action_change=on_action, on_draft_change=on_draft, default={"draft": None})
