"""Things to explore: move a picture, count weights, look through a kernel, follow a receptive field.

Nothing steps or plays here: a control is turned, and the page answers at once. All of it happens in the browser and
the server hears nothing. Cells, numbers and colours are the stepper's (`grid.js`, `stepper.css`); `bench.js` is the
frame, `tiles.js` draws pictures, and a scene says what stands on the stage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import streamlit as st

from grader.model import Json
from ui.components import browser, conv_stepper
from ui.parts.speak import lang

Scene = Literal["shift", "dense", "pictures", "field", "work"]
SCENES: tuple[Scene, ...] = get_args(Scene)
HERE, THERE = Path(__file__).parent, conv_stepper.HERE
_PICTURES = [THERE / "windows.js", HERE / "tiles.js"]
_SHEETS = [HERE / "sheet.js"]
_DRAWN = {"shift": _PICTURES, "pictures": _PICTURES, "dense": _SHEETS, "work": _SHEETS, "field": []}
_SAID = re.compile(r"\b(?:w|words)\.(\w+)")
_SORT = re.compile(r'\bw\["(\w+-)" ?\+')


def source(scene: Scene) -> str:
    """The JavaScript of one scene as a module: shared files first."""
    files = [THERE / "grid.js", HERE / "bench.js", *_DRAWN[scene], HERE / f"{scene}.js"]
    return browser.module(files, f"export default mount({scene})")


def says(scene: Scene, word: str) -> bool:
    """Whether a scene says this word, without its prefix; the others need not be sent."""
    return word in _SPOKEN[scene] or word.startswith(_SORTS[scene])


_SPOKEN = {scene: frozenset(_SAID.findall(source(scene))) for scene in SCENES}
_SORTS = {scene: tuple(_SORT.findall(source(scene))) for scene in SCENES}


def _mounts() -> dict[Scene, Callable[..., Any]]:
    css = "".join(file.read_text("utf-8") for file in (THERE / "stepper.css", HERE / "explorer.css"))
    make = st.components.v2.component
    return {
        scene: make(f"kernel_dojo_{scene}", html="<div class='cs'></div>", css=css, js=source(scene))
        for scene in SCENES
    }


_MOUNTS = _mounts()


def show(scene: Scene, demo: Mapping[str, Json], key: str) -> None:
    """Show a scene with the presets of `demo`, named in the language of this request."""
    language = lang()
    presets = [{**preset, "name": preset["name"][language]} for preset in demo["presets"]]
    words = {word: text for word, text in browser.words("explorer").items() if says(scene, word)}
    data = {"words": words, "examples": presets, "start": demo.get("start", 0)}
    _MOUNTS[scene](key=key, data=data)
