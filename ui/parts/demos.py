"""What shows each kind of demo of a concept page: one line a kind, by the names of `grader.catalog.demos`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from grader.model import Json
from ui.components import conv_stepper, explorer
from ui.parts import demo_learning_rate

Demo = Mapping[str, Json]

PLAYED: Mapping[str, Callable[..., None]] = {scene: partial(conv_stepper.play, scene) for scene in conv_stepper.SCENES}
"""With a Play, which is the main action of its page until somebody has pressed it: `(demo, key=, played=, main=, on_played=)`."""
EXPLORED: Mapping[str, Callable[[Demo, str], None]] = {
    "learning-rate": demo_learning_rate.show,
    **{scene: partial(explorer.show, scene) for scene in explorer.SCENES},
}
"""Without one: `(demo, key)`."""
