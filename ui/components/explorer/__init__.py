"""Things to explore: move a picture, count weights, look through a kernel, follow a receptive field.

Nothing steps or plays here: a control is turned, and the page answers at once. All of it happens in the browser and
the server hears nothing. Cells, numbers and colours are the stepper's (`grid.js`, `stepper.css`); `bench.js` is the
frame, `tiles.js` draws pictures, and a scene says what stands on the stage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from grader.model import Json
from ui.components import browser, conv_stepper
from ui.parts.speak import lang

Scene = Literal["shift", "dense", "pictures", "field", "work"]
SCENES: tuple[Scene, ...] = ("shift", "dense", "pictures", "field", "work")
HERE = Path(__file__).parent
_DRAWN = {"shift": ("tiles",), "dense": ("sheet",), "pictures": ("tiles",), "field": (), "work": ("sheet",)}


def source(scene: Scene) -> str:
    """The JavaScript of one scene as a module."""
    own = ("bench", *_DRAWN[scene], scene)
    files = [conv_stepper.HERE / "grid.js", *(HERE / f"{name}.js" for name in own)]
    return browser.module(files, f"export default mount({scene})")


def _mounts() -> dict[Scene, Callable[..., Any]]:
    css = "".join(file.read_text("utf-8") for file in (conv_stepper.HERE / "stepper.css", HERE / "explorer.css"))
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
    data = {"words": browser.words("explorer"), "examples": presets, "start": demo.get("start", 0)}
    _MOUNTS[scene](key=key, data=data)
