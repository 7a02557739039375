"""Small machines to play with: the conv-stepper, its matrix form, and the 1×1 convolution.

Everything moves in the browser. The server hears one thing, that somebody has played, so a step costs no rerun.
The three share the drawing (`grid.js`) and the frame (`player.js`); a scene says what stands on the stage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from grader.model import Json
from grader.words import catalogue
from ui.parts import speak
from ui.parts.speak import lang, t

Scene = Literal["stepper", "im2col", "channels"]
SCENES: tuple[Scene, ...] = ("stepper", "im2col", "channels")
HERE = Path(__file__).parent
_SPOKEN = "stepper."
_FIELDS = {name: "{" + name + "}" for name in ("i", "j", "m", "n", "of", "y")}  # filled in the browser, at every step
_INDENT = re.compile(r"^\s+|\s+//\s.*$|^//.*$", re.M)


def source(scene: Scene) -> str:
    """The JavaScript of one scene as a module: shared files first; indentation and comments stay here."""
    files = [(HERE / f"{name}.js").read_text("utf-8") for name in ("grid", "player", scene)]
    return _INDENT.sub("", "\n".join([*files, f"export default mount({scene})\n"])).replace("\n\n", "\n")


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
    words = {key.removeprefix(_SPOKEN): t(key, **_FIELDS) for key in catalogue(speak.LOCALE) if key.startswith(_SPOKEN)}
    data = {"words": words, "examples": examples(demo), "start": demo.get("start", 0), "played": played}
    _MOUNTS[scene](key=key, data=data, on_played_change=on_played)
