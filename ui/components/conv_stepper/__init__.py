"""Small machines to play with: the conv-stepper, its matrix form, and the 1×1 convolution.

Everything moves in the browser. The server hears one thing, that somebody has played, so a step costs no rerun.
The three share the drawing (`grid.js`) and the frame (`player.js`); a scene says what stands on the stage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from grader.model import Json
from ui.components import browser
from ui.parts.speak import lang

Scene = Literal["stepper", "im2col", "channels"]
SCENES: tuple[Scene, ...] = ("stepper", "im2col", "channels")
HERE = Path(__file__).parent


def source(scene: Scene) -> str:
    """The JavaScript of one scene as a module: shared files first; indentation and comments stay here."""
    files = [HERE / f"{name}.js" for name in ("grid", "player", scene)]
    return browser.module(files, f"export default mount({scene})")


def _mounts() -> dict[Scene, Callable[..., Any]]:
    css = (HERE / "stepper.css").read_text("utf-8")
    make = st.components.v2.component
    return {
        scene: make(f"kernel_dojo_{scene}", html="<div class='cs'></div>", css=css, js=source(scene))
        for scene in SCENES
    }


_MOUNTS = _mounts()


def examples(demo: Mapping[str, Json]) -> list[dict[str, Json]]:
    """The examples of a concept's demo, named in the language of this request."""
    language = lang()
    return [{"name": p["name"][language], "X": p["X"], "K": p.get("W") or p["K"]} for p in demo.get("presets", [])]


def play(scene: Scene, demo: Mapping[str, Json], *, key: str, played: bool, on_played: Callable[[], None]) -> None:
    """Show a scene with the examples of `demo`. `on_played` is called once, when somebody steps or plays."""
    data = {
        "words": browser.words("stepper"),
        "examples": examples(demo),
        "start": demo.get("start", 0),
        "played": played,
    }
    _MOUNTS[scene](key=key, data=data, on_played_change=on_played)
