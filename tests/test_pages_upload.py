"""A file instead of typing: its code becomes the draft, what it replaces comes back, and its name is only text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import fakes
import pytest
from streamlit.testing.v1 import AppTest

from grader.course.handin import notebook, uploads
from grader.model import Lang
from ui.parts import services

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
CODE = "def corr2d(X, K):\n    return X"
BOOK = json.dumps({"cells": [{"source": "import os\nprint(1)"}, {"source": CODE}, {"source": "def ("}]})
Hand = Callable[..., AppTest]


@pytest.fixture
def learning() -> fakes.FakeLearning:
    return fakes.FakeLearning()


def place() -> None:
    """A page of nothing else."""
    import fakes

    from ui.parts.upload import hand_in

    hand_in(fakes.CORR2D)


@pytest.fixture
def opened(learning: fakes.FakeLearning, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(uploads, "_asked", notebook.answer)  # without a process of its own
    monkeypatch.setattr(services, "build", lambda: fakes.services(learning))
    services.services.clear()
    yield
    services.services.clear()


@pytest.fixture
def hand_in(opened: None, learning: fakes.FakeLearning) -> Hand:
    def given(text: str | bytes, name: str = "a.ipynb", lang: Lang = "en") -> AppTest:
        learning.chosen = lang
        test = AppTest.from_function(place, default_timeout=30).run()
        data = text if isinstance(text, bytes) else text.encode()
        test.file_uploader[0].set_value((name, data, "application/octet-stream"))
        return test.run()

    return given


def said(test: AppTest) -> str:
    parts = [element.proto.body for element in test.main if element.type == "html"]
    return re.sub(r"<[^>]+>", "", "\n".join(part for part in parts if not part.startswith("<style")))


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("id", "count"), [("corr2d", 1), ("edges-mcq", 0)])
def test_exercise_with_code_takes_a_file(id: str, count: int) -> None:
    test = AppTest.from_file(FRAME, default_timeout=30).run()
    test.switch_page("pages/exercise.py")
    test.query_params["id"] = id
    assert len(test.run().file_uploader) == count


def test_python_file_becomes_the_draft(hand_in: Hand, learning: fakes.FakeLearning) -> None:
    hand_in(CODE, "a.py")
    assert learning.state("you", "corr2d").draft == CODE


def test_editor_is_told_that_its_text_is_another(hand_in: Hand, learning: fakes.FakeLearning) -> None:
    before = learning.state("you", "corr2d").draft_rev
    hand_in(CODE, "a.py")
    assert learning.state("you", "corr2d").draft_rev > before


def test_notebook_becomes_the_draft_without_what_only_tries_it_out(hand_in: Hand, learning: fakes.FakeLearning) -> None:
    hand_in(BOOK)
    assert learning.state("you", "corr2d").draft == f"{CODE}\n"


def test_what_was_taken_and_left_is_told(hand_in: Hand) -> None:
    text = said(hand_in(BOOK))
    assert "put into the editor: corr2d, from 1 of 3 code cells" in text
    assert "Left out: Code cell 3, line 1, is not valid Python" in text


def test_missing_entry_is_told(hand_in: Hand) -> None:
    assert "defines no corr2d at top level" in said(hand_in("x = 1", "a.py"))


@pytest.mark.parametrize(("lang", "words"), [("en", "it ends in the middle"), ("zh", "内容在中途中断")])
def test_damaged_notebook_is_one_sentence_and_changes_nothing(
    hand_in: Hand, learning: fakes.FakeLearning, lang: Lang, words: str
) -> None:
    learning.state("you", "corr2d").draft = "mine"
    assert words in said(hand_in(BOOK[:40], lang=lang))
    assert learning.state("you", "corr2d").draft == "mine"


@pytest.mark.parametrize("before", ["mine", None])
def test_what_stood_there_comes_back(hand_in: Hand, learning: fakes.FakeLearning, before: str | None) -> None:
    learning.state("you", "corr2d").draft = before
    test = hand_in(CODE, "a.py")
    test.button(key="upload-back").click().run()
    assert learning.state("you", "corr2d").draft == before
    assert "back in the editor" in said(test)


def test_nothing_is_run(hand_in: Hand, learning: fakes.FakeLearning) -> None:
    hand_in(BOOK)
    assert learning.asked == []


def test_name_is_plain_text(hand_in: Hand) -> None:
    test = hand_in(CODE, "<img src=x>**b**\u202e.py")
    shown = "".join(element.proto.body for element in test.main if element.type == "html")
    assert "&lt;img src=x&gt;**b**.py" in shown and "<img" not in shown


def test_bytes_that_are_no_text_do_not_break_the_page(hand_in: Hand) -> None:
    assert not hand_in(bytes(range(256)), "a.py").exception
