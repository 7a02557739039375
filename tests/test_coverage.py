"""docs/coverage.md: every statement and question of the sources, and where a learner meets it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.catalog import Catalog

ROOT = Path(__file__).parents[1]
COURSE = Catalog.load(ROOT / "exercises")
PAGE = ROOT / "docs" / "coverage.md"
VERDICTS = ("true", "wrong", "partly", "question", "none")


@dataclass(frozen=True)
class Row:
    """One line of the table: `where` is a concept or concept/exercise, `anchor` words that stand there."""

    source: str
    lines: str
    claim: str
    verdict: str
    where: str
    anchor: str

    @property
    def name(self) -> str:
        return f"{self.source} {self.lines}"


def table() -> list[Row]:
    rows = re.findall(r"^\| (?!Source|-)(.+) \|$", PAGE.read_text("utf-8"), re.M)
    return [Row(*(cell.strip() for cell in row.split(" | "))) for row in rows]


ROWS = table()
TAUGHT = [row for row in ROWS if row.verdict != "none"]


def text_at(where: str) -> str:
    """All English words at a place: a concept page, or the statement and the feedback of an exercise."""
    concept, _, exercise = where.partition("/")
    folder = ROOT / "exercises" / concept / exercise
    files = [folder / "statement.md", *sorted((folder / "wrong").iterdir())] if exercise else [folder / "concept.md"]
    return plain("\n".join(file.read_text("utf-8") for file in files if file.is_file()))


def plain(text: str) -> str:
    """Words alone: line ends and the signs of Markdown do not count."""
    return re.sub(r"[\s*`“”\"]+", " ", text).casefold().strip()


@pytest.mark.parametrize("row", TAUGHT, ids=lambda row: row.name)
def test_statement_is_met_where_the_map_says(row: Row) -> None:
    assert plain(row.anchor) in text_at(row.where)


@pytest.mark.parametrize("row", TAUGHT, ids=lambda row: row.name)
def test_place_is_a_part_of_the_course(row: Row) -> None:
    concept, _, exercise = row.where.partition("/")
    assert COURSE.concept(concept) and (not exercise or COURSE.exercise(exercise).concept == concept)


def test_anchor_is_long_enough_to_be_found_by_nothing_else() -> None:
    assert [row.name for row in TAUGHT if len(row.anchor.split()) < 4] == []


def test_every_row_has_a_verdict_and_says_why_it_teaches_nothing() -> None:
    assert [row.name for row in ROWS if row.verdict not in VERDICTS or not row.claim] == []


def test_every_concept_is_reached() -> None:
    assert {row.where.partition("/")[0] for row in TAUGHT} == {concept.id for concept in COURSE.concepts}


def test_all_sources_are_covered() -> None:
    assert {row.source for row in ROWS} == {
        "notebook",
        "blog",
        "notes",
        "MXNet notes",
        "forum",
        "learners",
        "decisions",
    }
