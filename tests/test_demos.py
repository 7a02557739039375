"""What the front matter of a concept says of its demos: sound facts are read, others are named with file, line and remedy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalog_world import build

from grader.catalog import Catalog
from grader.catalog.demos import KINDS
from grader.errors import ContentError
from ui.components import conv_stepper, explorer
from ui.parts.demos import EXPLORED, PLAYED

REAL = Path(__file__).parents[1] / "exercises"
SQUARE, PAIR, ROW = [[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]], [[1, -1]]
SOUND: dict[str, dict[str, Any]] = {
    "flip": {"X": SQUARE, "K": PAIR},
    "blocks": {"X": SQUARE, "K": PAIR},
    "transpose": {"X": SQUARE, "K": ROW},
    "pad-stride": {"X": SQUARE, "K": PAIR, "padding": [1, 2], "stride": [3, 2]},
    "gradient": {"X": SQUARE, "K": PAIR, "G": PAIR},
    "line": {"X": [1, 2, 3], "K": [1, -1]},
    "volume": {"X": [SQUARE, SQUARE], "K": [PAIR]},
    "multi": {"X": [SQUARE, SQUARE], "K": [[PAIR, PAIR], [PAIR, PAIR]]},
    "shift": {"X": PAIR, "K": ROW},
    "dense": {"megapixels": 12, "colours": 3, "hidden": 100, "kernel": 5, "channels": 100},
    "pictures": {"picture": "disc", "kernel": "sobel-x"},
    "field": {"layers": [[3, 1], [3, 2]]},
    "work": {"c_in": 3, "c_out": 8, "kernel": [3, 3], "image": [9, 9]},
}
FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("flip", {"K": [[1, 2, 3, 4]]}, "K is larger than X; choose a kernel that fits"),
    ("blocks", {"X": [[1] * 5] * 3}, "X is too large to lay out as one matrix; use at most 3 rows of 4"),
    ("transpose", {"W": ROW}, r"W is not a name we know; remove it"),
    ("pad-stride", {"K": [[1] * 4]}, "K is larger than X; choose a kernel that fits without padding"),
    ("pad-stride", {"padding": [3, 0]}, "padding.* less than or equal to 2; correct it"),
    ("pad-stride", {"stride": [0, 1]}, "stride.* greater than or equal to 1; correct it"),
    ("pad-stride", {"stride": [1]}, "stride.* is missing; add it"),
    ("gradient", {"G": ROW}, "G has not the size of X ⋆ K; give it one number for each window"),
    ("line", {"K": [1, 2, 3, 4]}, "K is longer than X; choose a kernel that fits into the line"),
    ("line", {"X": list(range(13))}, "at most 12 items.*; correct it"),
    ("volume", {"K": [PAIR] * 3}, "K is larger than X; choose a kernel that fits into the volume"),
    ("volume", {"X": [SQUARE, PAIR]}, "grids of one size are needed; correct it"),
    ("multi", {"K": [[PAIR]]}, "each output channel needs one kernel for each channel of X; correct K or X"),
    ("multi", {"K": [[PAIR, PAIR], [ROW, ROW]]}, "the kernels need one size that fits into X; correct K"),
    ("shift", {"X": [[1] * 7]}, "X or K is too large to move about; use at most 6 by 6 and 3 by 3"),
    ("shift", {"X": [[0, 0]]}, "X is zero everywhere; draw something that can be seen to move"),
    ("dense", {"megapixels": 0}, "megapixels .*greater than 0; correct it"),
    ("dense", {"hidden": 1.5}, "hidden .*valid integer; correct it"),
    ("pictures", {"picture": "cat"}, "picture .*'disc', 'stripes'.*; correct it"),
    ("pictures", {"kernel": "sobel"}, "kernel .*'sobel-x'.*; correct it"),
    ("field", {"layers": []}, "layers .*at least 1 item.*; correct it"),
    ("field", {"layers": [[3]]}, "layers.* at least 2 items.*; correct it"),
    ("field", {"layers": [[9, 1]]}, "a layer does not fit the drawing; use kernels up to 7 and strides up to 3"),
    (
        "work",
        {"kernel": [3, 10]},
        "the kernel is larger than the padded image; choose a smaller kernel or more padding",
    ),
    ("work", {"padding": -1}, "padding .*greater than or equal to 0; correct it"),
]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return build(tmp_path)


def offered(course: Path, kind: str, facts: Mapping[str, Any]) -> Catalog:
    """The course with this one demo in its concept."""
    file = course / "sums/concept.md"
    demo = {"kind": kind, "presets": [{"name": {"en": "One", "zh": "一"}, **facts}]}
    front = yaml.safe_dump({"glyph": "012301230", "demos": [demo]}, allow_unicode=True, sort_keys=False)
    file.write_text("---\n" + front + "---\n" + file.read_text("utf-8").split("---\n", 2)[2], "utf-8")
    return Catalog.load(course)


@pytest.mark.parametrize("kind", SOUND)
def test_sound_demo_is_read(course: Path, kind: str) -> None:
    assert offered(course, kind, SOUND[kind]).concept("sums").demos[0]["kind"] == kind


@pytest.mark.parametrize(("kind", "more", "said"), FAULTS)
def test_demo_that_does_not_fit_is_said(course: Path, kind: str, more: dict[str, Any], said: str) -> None:
    with pytest.raises(ContentError, match=rf"sums/concept\.md, line \d+: .*{said}") as caught:
        offered(course, kind, {**SOUND[kind], **more})
    line = int(re.findall(r"line (\d+)", str(caught.value))[0])
    assert 4 < line < len((course / "sums/concept.md").read_text("utf-8").split("---\n", 2)[1].splitlines()) + 2


def test_every_kind_has_a_part_of_the_page_that_shows_it() -> None:
    assert set(KINDS) == set(PLAYED) | set(EXPLORED)


def test_every_scene_is_offered_by_the_course() -> None:
    offers = {demo["kind"] for concept in Catalog.load(REAL).concepts for demo in concept.demos}
    assert {*conv_stepper.SCENES, *explorer.SCENES} <= offers
