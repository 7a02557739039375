"""The reports of `make prove`: every figure that a proof records is printed somewhere, and every block exists."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import report

TESTS = Path(__file__).parent
FOUND = [
    {"proof": "content.seeds", "exercise": "a", "seeds": 50, "wrong": 7, "findings": 0},
    {"proof": "content.seeds", "exercise": "b", "seeds": 50, "wrong": 5, "findings": 1},
    {"proof": "content.right", "exercise": "a", "seeds": 50, "answers": 2, "lost": 0},
    {"proof": "content.starters", "exercise": "a", "seeds": 50, "passed": 0},
    {"proof": "mutants", "exercises": 2, "mutants": 2000, "killed": 1960, "listed": 40},
    {"proof": "naming", "programs": 30, "exercises": 2, "share": 0.95, "unnamed": 10, "wrong": 0},
]
LINES = "\n".join(map(json.dumps, FOUND))


@pytest.mark.parametrize(
    "said",
    [
        "| Tried | Found |",
        "2 exercises and 12 catalogued wrong answers, 50 seeds each | **1** ",
        "2,000 mutants of the model answers and references of 2 exercises | **98.0%** noticed",
        "**95.0%** of the 20 with a true name get it, **0** get an untrue one",
    ],
)
def test_table_of_the_content_says(said: str) -> None:
    assert said in report.rows(report.content(report.records(LINES)), ("Tried", "Found"))


def test_missing_proof_is_an_error() -> None:
    with pytest.raises(KeyError, match="mutants"):
        list(report.content(report.records("\n".join(LINES.split("\n")[:4]))))


def test_every_recorded_figure_is_claimed() -> None:
    recorded = {
        name
        for file in TESTS.glob("test_*.py")
        for name in re.findall(r'(?<![.\w])record\(\s*"([\w. ]+)"', file.read_text())
    }
    claimed = set(re.findall(r'found\.pop\("([\w. ]+)"\)', Path(report.__file__).read_text("utf-8")))
    assert recorded == claimed


def test_block_is_written_between_its_marks(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("x\n<!-- b: how -->\nA sentence.\n\n| old |\n<!-- /b -->\ny\n", "utf-8")
    report.write(file, "b", "| new |")
    assert file.read_text("utf-8") == "x\n<!-- b: how -->\nA sentence.\n\n| new |\n<!-- /b -->\ny\n"
