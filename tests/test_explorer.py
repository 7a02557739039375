"""What is explored rather than played: its words, its size, and the page that shows it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import fakes
import pytest
from streamlit.testing.v1 import AppTest

from grader.catalog import Catalog
from grader.catalog.demos import Kernel, Picture
from grader.model import LANGS, Lang
from grader.words import catalogue
from ui.components import browser, explorer
from ui.components.explorer import SCENES, Scene
from ui.parts import services, speak

ROOT = Path(__file__).parents[1]
COURSE = Catalog.load(ROOT / "exercises")
DEMOS = [(f"{c.id}-{d['kind']}", d["kind"], d) for c in COURSE.concepts for d in c.demos if d["kind"] in SCENES]
WORDS = {key.removeprefix("explorer."): text for key, text in catalogue(speak.LOCALE).items() if "explorer." in key}


@pytest.mark.parametrize("scene", SCENES)
def test_every_word_a_scene_says_stands_in_the_catalogue(scene: Scene) -> None:
    assert set(re.findall(r"\b(?:w|words)\.(\w+)", explorer.source(scene))) <= set(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_catalogue_is_said_by_a_scene(word: str) -> None:
    assert any(explorer.says(scene, word) for scene in SCENES)


@pytest.mark.parametrize(("sort", "names"), [("picture", get_args(Picture)), ("kernel", get_args(Kernel))])
def test_every_picture_and_kernel_has_a_name_and_is_drawn(sort: str, names: tuple[str, ...]) -> None:
    code = explorer.source("pictures")
    flat = [name for one in names for name in (get_args(one) or [one])]
    assert {word for word in WORDS if word.startswith(f"{sort}-")} == {f"{sort}-{name}" for name in flat}
    assert all(re.search(rf'[{{,\s]"?{name}"?\s*[:,]', code) for name in flat)


@pytest.mark.parametrize("scene", SCENES)
def test_scene_asks_nothing_of_the_network(scene: Scene) -> None:
    code = explorer.source(scene).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|fetch|import\b|XMLHttp|innerHTML|eval", code)


@pytest.mark.parametrize("scene", SCENES)
def test_scene_is_small(scene: Scene) -> None:
    assert len(explorer.source(scene)) < 16_000


def test_scene_gets_only_the_words_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: dict[str, Any] = {}
    monkeypatch.setattr(browser, "t", lambda key: WORDS[key.removeprefix("explorer.")].zh)
    monkeypatch.setattr(explorer, "lang", lambda: "zh")
    monkeypatch.setitem(explorer._MOUNTS, "field", lambda key, data: sent.update(data))
    explorer.show("field", {"presets": [{"name": {"en": "One", "zh": "一"}, "layers": [[3, 1]]}], "start": 0}, "demo")
    assert sent["examples"] == [{"name": "一", "layers": [[3, 1]]}]
    assert sent["words"]["addLayer"] == "增加一层" and "hidden" not in sent["words"]


@pytest.mark.parametrize("lang", LANGS)
def test_page_shows_every_exploration_and_leaves_the_exercise_its_main_action(
    monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    learning = fakes.FakeLearning()
    learning.chosen = lang
    first = replace(fakes.CONCEPTS[0], demos=tuple({scene: demo for _, scene, demo in DEMOS}.values()))
    monkeypatch.setattr(fakes, "CONCEPTS", (first, *fakes.CONCEPTS[1:]))
    monkeypatch.setattr(fakes.FakeCatalog, "concepts", fakes.CONCEPTS)
    monkeypatch.setattr(services, "build", lambda: fakes.services(learning))
    services.services.clear()
    test = AppTest.from_file(str(ROOT / "ui/frame.py"), default_timeout=20).run()
    test.switch_page("pages/concept.py").query_params["id"] = first.id
    test.run()
    services.services.clear()
    assert not test.exception
    data = [json.loads(element.proto.json) for element in test.main if element.type == "bidi_component"]
    presets = [[preset["name"] for preset in one["examples"]] for one in data if "examples" in one]
    assert presets == [[preset["name"][lang] for preset in demo["presets"]] for demo in first.demos]
    assert any("kd-open main" in element.proto.body for element in test.main if element.type == "html")
