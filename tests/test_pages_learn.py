"""Learn, concept and progress pages: page × language × {first visit, returning, all solved, unknown id}."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fakes
import pytest
from streamlit.testing.v1 import AppTest

from grader.course import Attempt
from grader.model import LANGS, Lang
from grader.words import catalogue
from ui.components import conv_stepper
from ui.parts import services, speak

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
NOW = datetime.now(UTC)
HOSTILE = "def corr2d(X, K):\n    return '<img src=x onerror=alert(1)>' # [link](http://evil.example)\n"

Open = Callable[..., AppTest]


@pytest.fixture
def learning() -> fakes.FakeLearning:
    return fakes.FakeLearning()


@pytest.fixture
def open_page(learning: fakes.FakeLearning, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    monkeypatch.setattr(services, "build", lambda: fakes.services(learning))
    services.services.clear()

    def opened(page: str = "", lang: Lang = "en", **query: str) -> AppTest:
        learning.chosen = lang
        test = AppTest.from_file(FRAME, default_timeout=20)
        test.run()
        if page:
            test.switch_page(f"pages/{page}.py")
        for name, value in query.items():
            test.query_params[name] = value
        return test.run() if page or query else test

    yield opened
    services.services.clear()


def text_of(test: AppTest) -> str:
    """All that the page says: our HTML, Markdown and links."""
    parts = [element.proto.body for element in test.main if element.type == "html"]
    parts += [str(element.value) for element in test.markdown]
    parts += [element.proto.label for element in test.main if element.type == "page_link"]
    return "\n".join(parts)


def attempt(n: int, answer: str, passed: bool) -> Attempt:
    return Attempt(f"s{n}", n, NOW - timedelta(hours=9 - n), answer, fakes.verdict(passed))


def begin(learning: fakes.FakeLearning) -> None:
    """One exercise solved, one tried and flipped, a draft in it."""
    learning.states["corr2d-by-hand"] = state(best=2, passed=True, attempts=1)
    learning.states["corr2d"] = state(best=6, attempts=2, last=fakes.verdict(False), draft="def corr2d")
    learning.left_off_at = NOW - timedelta(days=3)
    learning.past = [attempt(2, fakes.WRONG, False), attempt(1, HOSTILE, False)]


def solve_all(learning: fakes.FakeLearning) -> None:
    for exercise in fakes.EXERCISES:
        learning.states[exercise.id] = state(best=exercise.points, passed=True, attempts=1)


def state(**more: Any) -> SimpleNamespace:
    usual = {"draft": None, "draft_rev": 1, "best": 0, "passed": False, "attempts": 0, "hints_shown": 0}
    return SimpleNamespace(**{**usual, "last": None, "last_submission": None, "job": None, "run": None, **more})


# ---------- Every page, both languages, every history ----------

PAGES: list[tuple[str, dict[str, str]]] = [
    ("", {}),
    ("concept", {"id": "corr2d"}),
    ("concept", {"id": "edges"}),
    ("concept", {"id": "nothing"}),
    ("concept", {}),
    ("progress", {}),
    ("progress", {"id": "nothing"}),
]
HISTORIES: dict[str, Callable[[fakes.FakeLearning], None]] = {"first": lambda _: None, "begun": begin, "all": solve_all}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("history", HISTORIES)
@pytest.mark.parametrize(("page", "query"), PAGES)
def test_page_renders(
    open_page: Open, learning: fakes.FakeLearning, page: str, query: dict[str, str], history: str, lang: Lang
) -> None:
    HISTORIES[history](learning)
    test = open_page(page, lang, **query)
    assert not test.exception and "kd-trouble" not in text_of(test)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("page", "query"), PAGES)
def test_page_has_one_title(open_page: Open, page: str, query: dict[str, str], lang: Lang) -> None:
    assert text_of(open_page(page, lang, **query)).count("<h1") == 1


# ---------- Learn ----------


@pytest.mark.parametrize(("lang", "said"), [("en", "Learn convolution by writing it"), ("zh", "亲手写，学会卷积")])
def test_first_visit_says_what_this_is(open_page: Open, lang: Lang, said: str) -> None:
    assert said in text_of(open_page(lang=lang))


def test_first_visit_offers_one_start(open_page: Open) -> None:
    assert text_of(open_page()).split("\n").count("Start") == 1


@pytest.mark.parametrize(("lang", "said"), [("en", "Where you left off, 3 days ago"), ("zh", "上次学到这里（3 天前）")])
def test_return_says_where_you_left_off(open_page: Open, learning: fakes.FakeLearning, lang: Lang, said: str) -> None:
    begin(learning)
    assert said in text_of(open_page(lang=lang))


def test_return_names_the_last_mistake(open_page: Open, learning: fakes.FakeLearning) -> None:
    begin(learning)
    assert "Last attempt: <b>You flipped the kernel.</b>" in text_of(open_page())


def test_return_says_that_the_draft_is_saved(open_page: Open, learning: fakes.FakeLearning) -> None:
    begin(learning)
    assert "Your draft is saved." in text_of(open_page())


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Solved 3 days ago, in 2 attempts."), ("zh", "3 天前完成，共提交 2 次。")]
)
def test_return_offers_what_is_worth_doing_again(
    open_page: Open, learning: fakes.FakeLearning, lang: Lang, said: str
) -> None:
    begin(learning)
    learning.drills = ("corr2d",)
    text = text_of(open_page("", lang))
    assert said in text and fakes.CORR2D.misconceptions["flipped"].headline.to(lang) in text


def test_nothing_to_do_again_takes_no_room(open_page: Open, learning: fakes.FakeLearning) -> None:
    begin(learning)
    assert "Once more" not in text_of(open_page(""))


def test_map_has_one_square_an_exercise(open_page: Open, learning: fakes.FakeLearning) -> None:
    begin(learning)
    drawn = text_of(open_page()).split("class='kd-map few'")[1].split("</span>")[0]
    assert (drawn.count("<i"), drawn.count("'done'"), drawn.count("'now'")) == (len(fakes.EXERCISES), 1, 1)


def test_all_solved_leads_to_progress(open_page: Open, learning: fakes.FakeLearning) -> None:
    solve_all(learning)
    assert "All exercises are solved" in text_of(open_page())


# ---------- Concept ----------


def test_concept_shows_its_sections_and_exercises(open_page: Open) -> None:
    said = text_of(open_page("concept", id="corr2d"))
    assert all(words in said for words in ("Try this", "Move the window.", "Compute Y by hand"))


def test_concept_names_what_it_builds_on(open_page: Open) -> None:
    assert "This builds on" in text_of(open_page("concept", id="edges"))


def test_what_is_begun_is_not_asked_for_again(open_page: Open, learning: fakes.FakeLearning) -> None:
    begin(learning)
    assert "This builds on" not in text_of(open_page("concept", id="edges"))


@pytest.mark.parametrize(("lang", "said"), [("en", "No concept has this address"), ("zh", "没有这个地址的概念")])
def test_unknown_concept_says_so(open_page: Open, lang: Lang, said: str) -> None:
    assert said in text_of(open_page("concept", lang, id="nothing"))


def test_play_is_the_main_action_until_it_was_played(open_page: Open) -> None:
    assert "kd-open main" not in text_of(open_page("concept", id="corr2d"))


def test_open_is_the_main_action_once_played(open_page: Open) -> None:
    test = open_page("concept", id="corr2d")
    test.session_state["played-corr2d"] = True
    assert text_of(test.run()).count("kd-open main") == 1


def test_next_unsolved_exercise_is_up_next(open_page: Open, learning: fakes.FakeLearning) -> None:
    learning.states["corr2d-by-hand"] = state(best=2, passed=True, attempts=1)
    words = [line for line in text_of(open_page("concept", id="corr2d")).split("\n") if "kd-tag" in line]
    assert ["passed'" in words[0], "next'" in words[1]] == [True, True]


# ---------- The learning-rate page ----------


def test_example_turns_the_controls(open_page: Open) -> None:
    test = open_page("concept", id="edges")
    test.pills(key="demo-edges-0-preset").set_value(1).run()
    assert test.session_state["demo-edges-0-bias"] == "on"


def test_touching_a_control_leaves_the_example(open_page: Open) -> None:
    test = open_page("concept", id="edges")
    test.toggle(key="demo-edges-0-zero_grad").set_value(False).run()
    assert test.session_state["demo-edges-0-preset"] is None


def test_learning_rate_page_draws_loss_and_path(open_page: Open) -> None:
    charts = [element for element in open_page("concept", id="edges").main if element.type == "plotly_chart"]
    assert len(charts) == 2


# ---------- The demos ----------


@pytest.mark.parametrize("scene", conv_stepper.SCENES)
def test_every_word_a_demo_says_stands_in_the_catalogue(scene: conv_stepper.Scene) -> None:
    known = {key.removeprefix("stepper.") for key in catalogue(speak.LOCALE) if key.startswith("stepper.")}
    assert conv_stepper.spoken(scene) <= known


@pytest.mark.parametrize("scene", conv_stepper.SCENES)
def test_demo_asks_nothing_of_the_network(scene: conv_stepper.Scene) -> None:
    code = conv_stepper.source(scene).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|fetch|import\b|XMLHttp|innerHTML|eval", code)


@pytest.mark.parametrize("scene", conv_stepper.SCENES)
def test_demo_is_small(scene: conv_stepper.Scene) -> None:
    assert len(conv_stepper.source(scene)) < 12_000


def test_example_of_channels_hands_its_weights_to_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conv_stepper, "lang", lambda: "zh")
    preset = {"name": {"en": "Sum", "zh": "求和"}, "X": [[[1]], [[2]]], "W": [[1, 1]]}
    assert conv_stepper.examples({"presets": [preset]}) == [{"name": "求和", "X": [[[1]], [[2]]], "K": [[1, 1]]}]


# ---------- My progress ----------


def test_progress_without_attempts_says_what_will_be_here(open_page: Open) -> None:
    assert "Your first attempt will appear here." in text_of(open_page("progress"))


def test_progress_shows_what_changed_between_attempts(open_page: Open, learning: fakes.FakeLearning) -> None:
    begin(learning)
    said = text_of(open_page("progress", id="corr2d"))
    assert "What changed since attempt 1" in said and "K = K.flip(0, 1)" in said


def test_learner_code_is_escaped(open_page: Open, learning: fakes.FakeLearning) -> None:
    begin(learning)
    said = text_of(open_page("progress", id="corr2d"))
    assert "&lt;img src=x" in said and "<img" not in said


def test_progress_offers_the_export(open_page: Open) -> None:
    buttons = [e for e in open_page("progress").main if e.type == "download_button"]
    assert len(buttons) == 1
