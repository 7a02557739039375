"""Other right answers: what each says of itself, and its code without that."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalog_world import build

from grader.catalog import Catalog
from grader.errors import ContentError

ONE = '"""\nen: Shorter.\nzh: 更短。\n"""\n\n\ndef add(a, b):\n    return a + b\n'


@pytest.fixture
def course(tmp_path: Path) -> Path:
    build(tmp_path)
    (tmp_path / "sums/add/approaches").mkdir()
    return tmp_path


def write(course: Path, name: str, text: str) -> None:
    (course / "sums/add/approaches" / name).write_text(text, "utf-8")


def test_approach_is_its_words_and_its_code(course: Path) -> None:
    write(course, "short.py", ONE)
    [found] = Catalog.load(course).approaches("add")
    assert (found.name, found.says.en, found.says.zh, found.source) == (
        "short",
        "Shorter.",
        "更短。",
        "def add(a, b):\n    return a + b\n",
    )


def test_exercise_without_approaches_has_none(course: Path) -> None:
    assert Catalog.load(course).approaches("add") == ()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Short.py", ONE, r"approaches/Short\.py, line 1: this name is no id"),
        ("short.py", "def add(a, b): ...\n", r"approaches/short\.py, line 1: what it says is missing"),
        ("short.py", ONE.replace("zh: 更短。\n", ""), r"approaches/short\.py, line 2: zh is missing; add it"),
        ("short.py", ONE + "def", r"approaches/short\.py, line \d+: this is not Python"),
    ],
)
def test_fault_names_file_line_and_remedy(course: Path, name: str, text: str, said: str) -> None:
    write(course, name, text)
    with pytest.raises(ContentError, match=said):
        Catalog.load(course).approaches("add")
