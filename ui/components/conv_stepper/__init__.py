"""Small machines to play with: a window that slides over a picture, a line, a volume, and what can be seen with it.

Everything moves in the browser. The server hears one thing, that somebody has played, so a step costs no rerun.
They share the drawing (`grid.js`) and the frame (`player.js`); a scene says what stands on the stage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import streamlit as st

from grader.model import Json
from ui.components import browser
from ui.parts.speak import lang

Scene = Literal[
    "stepper",
    "im2col",
    "channels",
    "flip",
    "blocks",
    "transpose",
    "pad-stride",
    "multi",
    "line",
    "volume",
    "gradient",
]
SCENES: tuple[Scene, ...] = get_args(Scene)
HERE = Path(__file__).parent
_WITHOUT = {("channels", "windows")}  # no window slides there
_UNIT = re.compile(r'unit: ?"(\w+)"')
_SAID = re.compile(r"\b(?:w|words)\.(\w+)")


def source(scene: Scene) -> str:
    """The JavaScript of one scene as a module: shared files first."""
    first, *more = scene.split("-")
    files = [HERE / f"{name}.js" for name in ("grid", "player", "windows", scene) if (scene, name) not in _WITHOUT]
    return browser.module(files, f"export default mount({first}{''.join(word.title() for word in more)})")


def _mounts() -> dict[Scene, Callable[..., Any]]:
    css = (HERE / "stepper.css").read_text("utf-8")
    make = st.components.v2.component
    return {
        scene: make(f"kernel_dojo_{scene.replace('-', '_')}", html="<div class='cs'></div>", css=css, js=source(scene))
        for scene in SCENES
    }


_MOUNTS = _mounts()


def spoken(scene: Scene) -> set[str]:
    """The words that a scene says, without their prefix; the others need not be sent."""
    code = source(scene)
    units = {f"{unit}{end}" for unit in _UNIT.findall(code) for end in ("", "Of")}
    return {"first", "back", "next", *units, *_SAID.findall(code)}


_SPOKEN = {scene: spoken(scene) for scene in SCENES}


def renamed(preset: Mapping[str, Json]) -> dict[str, Json]:
    """An example as the scenes read it: every kernel is called K there."""
    return {"K" if fact == "W" else fact: value for fact, value in preset.items()}


def examples(demo: Mapping[str, Json]) -> list[dict[str, Json]]:
    """The examples of a concept's demo, named in the language of this request."""
    return [{**renamed(preset), "name": preset["name"][lang()]} for preset in demo.get("presets", [])]


def play(
    scene: Scene, demo: Mapping[str, Json], *, key: str, played: bool, main: bool, on_played: Callable[[], None]
) -> None:
    """Show a scene with the examples of `demo`. `on_played` is called once, when somebody steps or plays.

    Its Play is the main action of the page only if it is `main`, and nobody has `played` yet.
    """
    data = {
        "words": {name: said for name, said in browser.words("stepper").items() if name in _SPOKEN[scene]},
        "examples": examples(demo),
        "start": demo.get("start", 0),
        "played": played,
        "main": main,
    }
    _MOUNTS[scene](key=key, data=data, on_played_change=on_played)
