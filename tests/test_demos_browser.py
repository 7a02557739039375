"""The demos compute in the browser: here without the app, each example against NumPy, on a phone's width."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view
from playwright.sync_api import Locator, Page, sync_playwright

from grader.catalog import Catalog
from grader.words import catalogue
from ui.components import conv_stepper
from ui.components.conv_stepper import SCENES, Scene
from ui.parts import speak

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
COURSE = Catalog.load(Path(__file__).parents[1] / "exercises")
PHONE = 326  # what a page leaves on a screen of 360 px
HOST = "<style>body {{ font-family: sans-serif }}\n{css}</style><div id='host' style='width: {width}px'><div class='cs'></div></div>"
MOUNT = """async ([code, data]) => {
  const module = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })))
  window.told = 0
  window.component = { data, parentElement: document.querySelector("#host"), setStateValue: () => { window.told++ } }
  window.render = module.default
  window.render(window.component)
}"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

Preset = Mapping[str, Any]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(viewport={"width": 360, "height": 780})
        browser.close()


def mounted(page: Page, scene: Scene, demo: Mapping[str, Any], width: int = PHONE, *, main: bool = True) -> Locator:
    """The scene with its examples, and nothing around it."""
    css = (conv_stepper.HERE / "stepper.css").read_text("utf-8")
    said = catalogue(speak.LOCALE)
    words = {name: said[f"stepper.{name}"].en for name in conv_stepper.spoken(scene)}
    examples = [{**conv_stepper.renamed(preset), "name": preset["name"]["en"]} for preset in demo["presets"]]
    data = {"words": words, "examples": examples, "start": 0, "played": False, "main": main}
    page.set_content(HOST.format(css=css, width=width))
    page.evaluate(MOUNT, [conv_stepper.source(scene), data])
    return page.locator(".box")


def demos() -> list[tuple[str, Scene, Mapping[str, Any]]]:
    """Every demo of the course that has a Play."""
    every = [(f"{c.id}-{d['kind']}", d["kind"], d) for c in COURSE.concepts for d in c.demos]
    return [(name, scene, demo) for name, scene, demo in every if scene in SCENES]


def example(scene: Scene) -> Mapping[str, Any]:
    return next(demo for _, kind, demo in demos() if kind == scene)


# ---------- The arithmetic, computed once more ----------


def corr(X: Any, K: Any) -> np.ndarray:
    """Cross-correlation over as many axes as there are."""
    image, kernel = np.asarray(X, float), np.asarray(K, float)
    windows = sliding_window_view(image, kernel.shape)
    return np.asarray((windows * kernel).sum(axis=tuple(range(-kernel.ndim, 0))))


def padded(p: Preset) -> np.ndarray:
    (top, side), (down, right) = p["padding"], p["stride"]
    border = np.pad(np.asarray(p["X"], float), ((top, top), (side, side)))
    return corr(border, p["K"])[::down, ::right]


def mixed(p: Preset) -> list[np.ndarray]:
    """The last pixel, which stands in the product, and then every channel."""
    out = np.einsum("oc,chw->ohw", np.asarray(p["W"], float), np.asarray(p["X"], float))
    return [out[:, -1, -1], out]


OUTPUTS: dict[Scene, Callable[[Preset], list[np.ndarray]]] = {
    "stepper": lambda p: [corr(p["X"], p["K"])],
    "im2col": lambda p: [corr(p["X"], p["K"])],
    "blocks": lambda p: [corr(p["X"], p["K"])],
    "channels": mixed,
    "flip": lambda p: [corr(p["X"], p["K"]), corr(p["X"], np.rot90(p["K"], 2))],
    "transpose": lambda p: [corr(X, K) for K in (p["K"], np.transpose(p["K"])) for X in (p["X"], np.transpose(p["X"]))],
    "pad-stride": lambda p: [padded(p)],
    "multi": lambda p: [np.sum([corr(X, K) for X, K in zip(p["X"], o, strict=True)], axis=0) for o in p["K"]],
    "line": lambda p: [corr(p["X"], p["K"])],
    "volume": lambda p: [corr(p["X"], p["K"])],
    "gradient": lambda p: [corr(p["X"], p["G"])],
}


def shown(box: Locator) -> list[float]:
    """The numbers of the output, in reading order."""
    cells = box.locator(".y .v, .d .v").all_inner_texts()
    return [float(text.replace("−", "-")) for text in cells]


@pytest.mark.parametrize(("scene", "demo"), [d[1:] for d in demos()], ids=[d[0] for d in demos()])
def test_demo_computes_what_numpy_computes_and_fits_a_phone(page: Page, scene: Scene, demo: Mapping[str, Any]) -> None:
    box = mounted(page, scene, demo)
    for preset in demo["presets"]:
        if len(demo["presets"]) > 1:
            box.get_by_role("button", name=preset["name"]["en"], exact=True).click()
        page.keyboard.press("End")
        expected = np.concatenate([np.ravel(out) for out in OUTPUTS[scene](preset)]).tolist()
        assert shown(box) == pytest.approx(expected, abs=6e-4), preset["name"]["en"]
        assert page.evaluate("document.querySelector('.stage').scrollWidth") <= PHONE, preset["name"]["en"]


# ---------- Keys, typing, and what is read aloud ----------


@pytest.mark.parametrize("scene", SCENES)
def test_keys_step_and_the_step_is_read_aloud(page: Page, scene: Scene) -> None:
    box = mounted(page, scene, example(scene))
    box.focus()
    page.keyboard.press("ArrowRight")
    assert box.locator("input[type=range]").input_value() == "1"
    assert page.locator(".live").inner_text().strip()
    assert page.evaluate("window.told") == 1


def test_second_play_of_a_page_is_quiet_and_still_counts(page: Page) -> None:
    box = mounted(page, "stepper", example("stepper"), main=False)
    color = "e => getComputedStyle(e).backgroundColor"
    quiet = box.locator(".play").evaluate(color)
    box.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("window.told") == 1
    assert box.locator(".play").evaluate(color) == quiet
    assert mounted(page, "stepper", example("stepper")).locator(".play").evaluate(color) != quiet


@pytest.mark.parametrize("scene", SCENES)
def test_typed_number_changes_the_output(page: Page, scene: Scene) -> None:
    box = mounted(page, scene, example(scene))
    box.focus()
    page.keyboard.press("End")
    before = shown(box)
    typed = box.locator("input.v").last  # the last entry of a kernel, of W or of G: every window meets it
    typed.fill("7.5")
    assert shown(box) != before


def test_other_padding_and_stride_give_another_shape(page: Page) -> None:
    preset = {"name": {"en": "One"}, "X": [[1] * 6] * 6, "K": [[1] * 3] * 3, "padding": [1, 1], "stride": [1, 1]}
    box = mounted(page, "pad-stride", {"presets": [preset]})
    stride = box.locator("select").nth(3)
    stride.focus()
    stride.select_option("2")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "stride, Columns"
    assert (box.locator(".y .cell").count(), box.locator(".out").count()) == (6 * 3, 8)
    assert box.locator(".shape").all_inner_texts() == [
        "⌊(6 + 2·1 − 3) / 1⌋ + 1 = ⌊5⌋ + 1 = 6",
        "⌊(6 + 2·1 − 3) / 2⌋ + 1 = ⌊2.5⌋ + 1 = 3",
    ]


def test_other_language_keeps_what_was_typed(page: Page) -> None:
    box = mounted(page, "stepper", example("stepper"))
    box.locator("input.v").first.fill("42")
    page.evaluate("component.data.words.play = 'Los'; render(component)")
    assert box.locator("input.v").first.input_value() == "42"
    assert "Los" in box.locator(".play").inner_text()
