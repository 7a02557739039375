"""The course that we ship: complete, in both languages, and true where it shows numbers."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from grader.catalog import Catalog
from grader.model import Concept, Exercise

REAL = Path(__file__).parent.parent / "exercises"
SHIPPED = Catalog.load(REAL)
Grid = list[list[float]]


def name(thing: Concept | Exercise) -> str:
    return thing.id


each_exercise = pytest.mark.parametrize("exercise", SHIPPED.exercises, ids=name)
each_thing = pytest.mark.parametrize("thing", [*SHIPPED.concepts, *SHIPPED.exercises], ids=name)


def chinese(thing: Concept | Exercise) -> list[str]:
    """Every Chinese text of a concept or an exercise."""
    if isinstance(thing, Concept):
        return [thing.title.zh, thing.lead.zh, thing.body.zh]
    said = [text.zh for m in thing.misconceptions.values() for text in (m.headline, m.feedback)]
    named = [text.zh for text in (*thing.choices.values(), *thing.messages.values(), *(c.title for c in thing.checks))]
    return [
        thing.title.zh,
        thing.lead.zh,
        thing.task.zh,
        thing.explanation.zh,
        *(h.zh for h in thing.hints),
        *said,
        *named,
        *(other.says.zh for other in SHIPPED.approaches(thing.id)),
    ]


def matrices(text: str) -> list[dict[str, Grid]]:
    """The ```matrix blocks of a text."""
    return [json.loads(block) for block in re.findall(r"```matrix\n(.*?)\n```", text, re.S)]


def correlated(X: Grid, K: Grid) -> Grid:
    """Cross-correlation in plain Python."""
    places = [(a, b) for a in range(len(K)) for b in range(len(K[0]))]
    return [
        [sum(X[i + a][j + b] * K[a][b] for a, b in places) for j in range(len(X[0]) - len(K[0]) + 1)]
        for i in range(len(X) - len(K) + 1)
    ]


def test_every_folder_on_disk_is_in_the_course() -> None:
    on_disk = {file.parent.name for file in REAL.glob("*/*/statement.md")}
    assert on_disk == {exercise.id for exercise in SHIPPED.exercises}


@each_exercise
def test_exercise_has_three_hints(exercise: Exercise) -> None:
    assert len(exercise.hints) == 3


@each_exercise
def test_exercise_explains_itself_after_passing(exercise: Exercise) -> None:
    assert 40 < len(exercise.explanation.en) < 900


@each_exercise
def test_code_starts_with_its_imports_and_its_entry(exercise: Exercise) -> None:
    begun = exercise.starter.startswith("import torch") and re.search(
        rf"^(def|class) {exercise.entry}\(", exercise.starter, re.M
    )
    assert begun or not exercise.kind.is_code


@each_thing
def test_title_and_lead_are_plain_text(thing: Concept | Exercise) -> None:
    assert not re.search(r"[`$*_#]", thing.title.en + thing.title.zh + thing.lead.en + thing.lead.zh)


@each_thing
def test_chinese_keeps_a_space_beside_latin(thing: Concept | Exercise) -> None:
    prose = [re.sub(r"```.*?```|\$\$.*?\$\$", " ", text, flags=re.S) for text in chinese(thing)]
    assert not re.findall(r"[\u4e00-\u9fff][A-Za-z0-9`$]|[A-Za-z0-9`$][\u4e00-\u9fff]", " ".join(prose))


@each_thing
def test_chinese_uses_full_width_stops(thing: Concept | Exercise) -> None:
    assert not re.findall(r"[\u4e00-\u9fff][,.;:?!()]", " ".join(chinese(thing)))


@each_exercise
def test_worked_example_is_right(exercise: Exercise) -> None:
    wrong = [
        b for b in matrices(exercise.task.en) if {"X", "K", "Y"} <= set(b) and b["Y"] != correlated(b["X"], b["K"])
    ]
    assert not wrong


@each_exercise
def test_both_languages_show_the_same_matrices(exercise: Exercise) -> None:
    english, other = ([list(b.values()) for b in matrices(text)] for text in (exercise.task.en, exercise.task.zh))
    assert english == other


@pytest.mark.parametrize("concept", SHIPPED.concepts, ids=name)
def test_concept_begins_with_three_things_to_try(concept: Concept) -> None:
    tried = concept.body.en.split("## ")[1]
    assert tried.startswith("Try this") and len(re.findall(r"^\d\. ", tried, re.M)) == 3


@pytest.mark.parametrize("concept", SHIPPED.concepts, ids=name)
def test_demo_named_in_the_text_exists(concept: Concept) -> None:
    names = {preset["name"]["en"] for demo in concept.demos for preset in demo["presets"]}
    assert set(re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", concept.body.en.split("## ")[1])) <= names


@pytest.mark.parametrize("concept", SHIPPED.concepts, ids=name)
def test_demo_named_in_the_chinese_text_exists(concept: Concept) -> None:
    names = {preset["name"]["zh"] for demo in concept.demos for preset in demo["presets"]}
    assert set(re.findall(r"“([^”]+)”", concept.body.zh.split("## ")[1])) <= names


def meaning(source: str) -> str:
    """The code without comments, docstrings and layout."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) is not None:
            del node.body[0]
    return ast.dump(tree)


@pytest.mark.parametrize("exercise", [e for e in SHIPPED.exercises if e.kind.is_code], ids=name)
def test_code_has_another_way_beside_the_model_answer(exercise: Exercise) -> None:
    model = (SHIPPED.folder_of(exercise.id) / "solution.py").read_text("utf-8")
    others = [meaning(other.source) for other in SHIPPED.approaches(exercise.id)]
    assert others and meaning(model) not in others


@each_exercise
def test_another_way_is_described_in_both_languages(exercise: Exercise) -> None:
    says = [other.says for other in SHIPPED.approaches(exercise.id)]
    assert all(re.search(r"[\u4e00-\u9fff]", s.zh) and not re.search(r"[\u4e00-\u9fff]", s.en) for s in says)
