"""What is explored computes in the browser: here without the app, against Python, on a desk, on a phone and for axe."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from numpy.lib.stride_tricks import sliding_window_view
from playwright.sync_api import Locator, Page, sync_playwright
from test_demos_browser import CHROMIUM, MOUNT
from test_explorer import DEMOS, ROOT, WORDS

from grader.model import LANGS, Lang
from ui.components import explorer
from ui.components.explorer import Scene

PHONE, DESK = 326, 888  # what a page leaves of a screen of 360 px, and its full width
PAGE = """<!doctype html><html lang="{lang}" style="color-scheme: {scheme}"><title>Demo</title>
<style>{look} body {{ margin: 0; background: var(--kd-paper); font-family: sans-serif; --st-code-font: monospace }} {css}</style>
<main><h1>Demo</h1><div id="host" style="width: {width}px"><div class="cs"></div></div></main>"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started.new_page(viewport={"width": 920, "height": 900})
        started.close()


def mounted(
    page: Page, scene: Scene, demo: Mapping[str, Any], lang: Lang = "en", scheme: str = "light", width: int = DESK
) -> Locator:
    """The scene with its presets, and nothing around it."""
    files = [explorer.THERE / "stepper.css", explorer.HERE / "explorer.css"]
    css = "".join(file.read_text("utf-8") for file in files)
    look = (ROOT / "ui/parts/look.css").read_text("utf-8")
    said = {word: text.to(lang) for word, text in WORDS.items() if explorer.says(scene, word)}
    presets = [{**preset, "name": preset["name"][lang]} for preset in demo["presets"]]
    page.set_viewport_size({"width": width + 32, "height": 900})
    page.set_content(PAGE.format(lang=lang, scheme=scheme, look=look, css=css, width=width))
    page.evaluate(MOUNT, [explorer.source(scene), {"words": said, "examples": presets, "start": 0}])
    return page.locator(".box")


def one(scene: Scene, **facts: Any) -> dict[str, Any]:
    return {"presets": [{"name": {"en": "One", "zh": "一"}, **facts}], "kind": scene}


def number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", "") or 0)


def cells(box: Locator, kind: str, rows: int) -> np.ndarray:
    return np.array([number(text) for text in box.locator(f".{kind} .tiles i").all_inner_texts()]).reshape(rows, -1)


def corr(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    return np.asarray((sliding_window_view(X, K.shape) * K).sum(axis=(2, 3)))


def entries(box: Locator) -> np.ndarray:
    """K as it stands on the page."""
    found = [number(field.input_value()) for field in box.locator(".k input.v").all()]
    return np.array(found).reshape(-1, int(box.locator(".k .grid").evaluate("g => g.style.getPropertyValue('--n')")))


class TestShift:
    GLYPH = [[1, 2, 0], [3, 0, 4]]

    def at(self, page: Page, steps: str, dense: bool = False) -> tuple[Locator, np.ndarray, np.ndarray, np.ndarray]:
        """The scene after steps (l, r, u, d): X, K and Y."""
        box = mounted(page, "shift", one("shift", X=self.GLYPH, K=[[1, -2], [0, 3]]))
        if dense:
            box.get_by_role("button", name="Dense layer").click()
        box.locator(".x .tiles").focus()
        for step in steps:
            page.keyboard.press({"l": "ArrowLeft", "r": "ArrowRight", "u": "ArrowUp", "d": "ArrowDown"}[step])
        return box, cells(box, "x", 12), entries(box), cells(box, "y", 11)

    @pytest.mark.parametrize("steps", ["", "rrd", "uuul", "r" * 20])
    def test_answer_of_a_convolution_is_the_cross_correlation(self, page: Page, steps: str) -> None:
        _, X, K, Y = self.at(page, steps)
        assert Y.tolist() == corr(X, K).tolist() and sorted(X[X > 0]) == [1, 2, 3, 4]

    def test_answer_moves_along_and_says_by_how_much(self, page: Page) -> None:
        _, X0, _, Y0 = self.at(page, "")
        box, X, _, Y = self.at(page, "rrd")
        assert np.roll(X0, (1, 2), (0, 1)).tolist() == X.tolist()
        assert Y0[:-1, :-2].tolist() == Y[1:, 2:].tolist()
        said = "X moved 2 right and 1 down. Y moved 2 right and 1 down. 90 of the 90 values of Y"
        assert box.get_by_role("status").inner_text().startswith(said)

    def test_answer_of_a_dense_layer_stays(self, page: Page) -> None:
        _, X0, _, Y0 = self.at(page, "")
        box, X, _, Y = self.at(page, "r", dense=True)
        share = (X0 * X).sum() / (X0 * X0).sum()
        assert 0 < share < 1 and np.abs(Y - share * Y0).max() <= 0.05 + 1e-9
        assert f"at {round(100 * share)} % of its strength" in box.get_by_role("status").inner_text()
        assert "17,424 weights" in box.locator(".sum").inner_text()  # 12·12 × 11·11


class TestPictures:
    PICTURES = ("disc", "stripes", "ramp", "letter", "photo")

    @pytest.mark.parametrize("kernel", ["identity", "box", "gaussian", "sharpen", "laplacian", "sobel-x", "emboss"])
    def test_chosen_pixel_is_the_sum_that_is_spelled_out(self, page: Page, kernel: str) -> None:
        box = mounted(page, "pictures", one("pictures", picture="photo", kernel=kernel))
        for key in ("ArrowUp", "ArrowLeft", "ArrowLeft"):
            box.locator(".y .tiles").focus()
            page.keyboard.press(key)
            total = sum(a * b for a, b in self.terms(box))
            assert [b for _, b in self.terms(box)] == entries(box).ravel().tolist()
            divisor = number(box.get_by_label("divided by").input_value())
            assert self.result(box) == pytest.approx(total / divisor, abs=6e-4)
            assert f"is {box.locator('.r').last.inner_text()}." in box.get_by_role("status").inner_text()

    def terms(self, box: Locator) -> list[tuple[float, float]]:
        found = [text.replace(" + ", "") for text in box.locator(".line").first.locator(".t").all_inner_texts()]
        pairs = [re.findall(r"[−\d.]+", text) for text in found if "·" in text]
        return [(number(a), number(b)) for a, b in pairs]

    def result(self, box: Locator) -> float:
        return number(box.locator(".r").last.inner_text())

    def test_laplacian_of_a_ramp_is_zero_and_an_edited_kernel_is_the_learners(self, page: Page) -> None:
        box = mounted(page, "pictures", one("pictures", picture="ramp", kernel="laplacian"))
        assert self.result(box) == 0
        box.get_by_label("K, row 1, column 1").fill("-3")
        assert self.result(box) == self.terms(box)[4][0]
        assert box.get_by_label("kernel", exact=True).locator("option:checked").inner_text() == "Yours"

    def test_blur_stays_grey_and_an_edge_has_a_sign(self, page: Page) -> None:
        box = mounted(page, "pictures", one("pictures", picture="disc", kernel="box"))
        assert "Black is 0 and white is 9" in str(box.locator(".scale").get_attribute("aria-label"))
        box.get_by_label("kernel", exact=True).select_option("sobel-y")
        assert "Amber is negative, down to −36" in str(box.locator(".scale").get_attribute("aria-label"))

    def test_pointer_chooses_a_pixel(self, page: Page) -> None:
        box = mounted(page, "pictures", one("pictures", picture="disc", kernel="identity"))
        box.locator(".y .tiles").hover(position={"x": 2, "y": 2})
        assert box.locator(".line .l").first.inner_text() == "Y[0, 0]"


class TestSheets:
    @pytest.mark.parametrize(
        ("lang", "shown"),
        [("en", ["36 million", "3.6 billion", "14.4 GB"]), ("zh", ["3600 万", "36 亿", "14.4 GB"])],
    )
    def test_photo_of_the_exercise_has_its_numbers_in_both_languages(
        self, page: Page, lang: Lang, shown: list[str]
    ) -> None:
        demo = one("dense", megapixels=12, colours=3, hidden=100, kernel=5, channels=100)
        box = mounted(page, "dense", demo, lang)
        assert box.locator(".r").all_inner_texts() == [*shown, "75", "7500", "30 kB"]

    @pytest.mark.parametrize(("hidden", "shown"), [(137, "≈ 5.055 billion"), (70, "= 2.583 billion")])
    def test_rounded_number_says_so(self, page: Page, hidden: int, shown: str) -> None:
        demo = one("dense", megapixels=12.3, colours=3, hidden=hidden, kernel=5, channels=100)
        box = mounted(page, "dense", demo)
        assert shown in box.locator(".panel").first.inner_text()

    def test_slider_and_box_turn_the_same_number(self, page: Page) -> None:
        demo = one("dense", megapixels=12, colours=3, hidden=100, kernel=5, channels=100)
        box = mounted(page, "dense", demo)
        box.locator("[data-id=hidden]").fill("200")
        assert box.locator("[data-id=hidden-slide]").input_value() == "200"
        assert "7.2 billion" in box.inner_text()
        box.locator("[data-id=hidden]").fill("-3")
        assert "7.2 billion" in box.inner_text()

    @pytest.mark.parametrize("stride", [1, 2, 3])
    def test_work_of_a_layer(self, page: Page, stride: int) -> None:
        layer = {"c_in": 3, "c_out": 16, "kernel": [3, 5], "image": [17, 20], "padding": 2, "bias": stride < 3}
        box = mounted(page, "work", one("work", stride=stride, **layer))
        high, wide = (17 + 4 - 3) // stride + 1, (20 + 4 - 5) // stride + 1
        expected = [high, wide, 16 * (3 * 15 + (stride < 3)), 16 * high * wide * 3 * 15]
        assert [number(text) for text in box.locator(".r").all_inner_texts()] == expected
        digits, *unit = box.locator(".val").last.inner_text().split()
        weights = number(digits) * (1e6 if unit else 1)
        assert weights == pytest.approx(3 * 17 * 20 * 16 * high * wide, rel=1e-3)

    def test_kernel_larger_than_the_image_is_said(self, page: Page) -> None:
        layer = {"c_in": 1, "c_out": 1, "kernel": [3, 3], "image": [4, 4], "padding": 0, "stride": 1, "bias": True}
        box = mounted(page, "work", one("work", **layer))
        box.get_by_label("Kernel width").fill("5")
        assert "larger than the padded image" in box.locator(".sum").inner_text()


class TestField:
    @pytest.mark.parametrize("layers", [[[3, 1], [3, 1]], [[7, 3]], [[3, 2], [1, 3], [2, 1], [5, 2]], [[1, 2], [3, 1]]])
    def test_lit_cells_are_the_ones_it_depends_on(self, page: Page, layers: list[list[int]]) -> None:
        box = mounted(page, "field", one("field", layers=layers))
        box.locator(".cone").focus()
        page.keyboard.press("ArrowRight")
        assert self.lit(box) == sorted(self.needed(3, layers))
        r, jump = 1, 1
        for row, (k, s) in zip(box.locator(".layer:not(.head)").all(), layers, strict=True):
            r, jump = r + (k - 1) * jump, jump * s
            assert row.locator(".r").all_inner_texts() == [str(r), str(jump)]
        assert f"{r} wide" in box.get_by_role("status").inner_text()

    def needed(self, cell: int, layers: list[list[int]]) -> set[int]:
        """By walking down, one layer at a time."""
        found = {cell}
        for k, s in reversed(layers):
            found = {i * s + a for i, a in itertools.product(found, range(k))}
        return found

    def lit(self, box: Locator) -> list[int]:
        on = box.locator("svg rect").evaluate_all(
            "all => { const y = Math.max(...all.map(r => +r.getAttribute('y'))); "
            "return all.filter(r => +r.getAttribute('y') === y).map(r => r.classList.contains('seen')) }"
        )
        return [i for i, is_on in enumerate(on) if is_on]

    def test_layers_come_and_go_and_the_focus_stays(self, page: Page) -> None:
        box = mounted(page, "field", one("field", layers=[[3, 1]]))
        box.get_by_role("button", name="Add a layer").press("Enter")
        assert page.evaluate("document.activeElement.dataset.id") == "add"
        box.get_by_label("Layer 2, kernel").fill("5")
        assert "7 wide" in box.locator(".sum").inner_text()
        box.get_by_role("button", name="Remove layer 1").click()
        assert "5 wide" in box.locator(".sum").inner_text()


class TestEveryDemo:
    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize(("scene", "demo"), [d[1:] for d in DEMOS], ids=[d[0] for d in DEMOS])
    def test_demo_fits_a_phone_and_leaves_no_gap_in_its_words(
        self, page: Page, scene: Scene, demo: Mapping[str, Any], lang: Lang
    ) -> None:
        box = mounted(page, scene, demo, lang, width=PHONE)
        for preset in demo["presets"]:
            box.get_by_role("button", name=preset["name"][lang], exact=True).click()
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE + 32
            wide = box.locator("*").evaluate_all(
                "all => all.filter(e => !e.closest('.live, .head') && e.getBoundingClientRect().right > innerWidth - 30).length"
            )
            assert (wide, preset["name"]["en"]) == (0, preset["name"]["en"])
            assert not re.search(r"undefined|NaN|\{\w+\}", box.inner_text())

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(("scene", "demo"), [d[1:] for d in DEMOS], ids=[d[0] for d in DEMOS])
    def test_demo_is_clean_for_axe(self, page: Page, scene: Scene, demo: Mapping[str, Any], scheme: str) -> None:
        mounted(page, scene, demo, scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found] == []

    def test_other_language_keeps_what_was_set(self, page: Page) -> None:
        box = mounted(page, "field", one("field", layers=[[3, 1]]))
        box.get_by_label("Layer 1, kernel").fill("6")
        page.evaluate("component.data = structuredClone(component.data); component.data.words.addLayer = 'Mehr'")
        page.evaluate("render(component)")
        assert box.get_by_label("Layer 1, kernel").input_value() == "6"
        assert box.get_by_role("button", name="Mehr").is_visible()
