"""new: a folder that works, a line in course.yaml, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_world import Command, commands, little_course

from grader.catalog import Catalog
from grader.cli.new import entry_of, with_exercise


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return little_course(tmp_path)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, course: Path) -> Command:
    command = commands(monkeypatch, capsys, tmp_path)
    monkeypatch.setenv("DOJO_EXERCISES", str(course))
    return command


def test_new_exercise_is_in_the_course(run: Command, course: Path) -> None:
    run("new", "corr2d/sobel-twice")
    assert Catalog.load(course).exercise("sobel-twice").entry == "sobel_twice"


def test_new_exercise_comes_last_in_its_concept(run: Command, course: Path) -> None:
    run("new", "corr2d/sobel")
    assert Catalog.load(course).concept("corr2d").exercises[-1] == "sobel"


def test_new_exercise_in_a_new_concept_has_a_concept_page(run: Command, course: Path) -> None:
    run("new", "blur/box")
    assert Catalog.load(course).concepts[-1].exercises == ("box",)


def test_new_says_what_to_edit_next(run: Command) -> None:
    ended = run("new", "corr2d/sobel")
    assert ended.code == 0 and "statement.md" in ended.out and "python -m grader check corr2d/sobel" in ended.out


def test_new_exercise_has_both_languages(run: Command, course: Path) -> None:
    run("new", "corr2d/sobel")
    exercise = Catalog.load(course).exercise("sobel")
    assert [len(exercise.hints), exercise.misconceptions["squared"].headline.zh] == [2, "你把每个值都平方了。"]


def test_existing_folder_is_never_overwritten(run: Command, course: Path) -> None:
    (course / "corr2d" / "sobel").mkdir()
    assert (ended := run("new", "corr2d/sobel")).code == 2 and "There is a folder corr2d/sobel already." in ended.err


def test_folder_that_is_no_concept_is_left_alone(run: Command, course: Path) -> None:
    (course / "blur").mkdir()
    assert run("new", "blur/box").code == 2


@pytest.mark.parametrize("where", ["sobel", "a/b/c", "../a/b", "corr2d/Sobel", "corr2d/", "corr2d/a_b", "corr2d/a b"])
def test_name_that_is_no_id_is_wrong_use(run: Command, where: str) -> None:
    assert run("new", where).code == 2


def test_check_says_which_folder_is_not_listed(run: Command, course: Path) -> None:
    run("new", "corr2d/sobel")
    listed = (course / "course.yaml").read_text("utf-8").replace(", sobel", "")
    (course / "course.yaml").write_text(listed, "utf-8")
    for asked in ("sobel", "corr2d/sobel"):
        ended = run("check", asked)
        assert (ended.code, "the exercise corr2d/sobel is not listed; add sobel" in ended.out) == (1, True)


def test_check_says_every_fault_of_the_course(run: Command, course: Path) -> None:
    (course / "corr2d" / "concept.md").write_text("nothing", "utf-8")
    (course / "corr2d" / "corr2d" / "statement.md").write_text("nothing", "utf-8")
    said = run("check").out
    assert "corr2d/concept.md, line 1: " in said and "corr2d/corr2d/statement.md, line 1: " in said


def test_course_keeps_its_comments() -> None:
    listed = with_exercise("# first\nconcepts:\n  - id: a\n    exercises: [b]  # why\n", "a", "c")
    assert listed == "# first\nconcepts:\n  - id: a\n    exercises: [b, c]  # why\n"


@pytest.mark.parametrize(
    ("course", "wanted"),
    [
        ("concepts:\n  - id: a\n    exercises: []\n", "concepts:\n  - id: a\n    exercises: [c]\n"),
        ("concepts:\n  - {id: a, exercises: [b]}\n", "concepts:\n  - {id: a, exercises: [b, c]}\n"),
        ("concepts:\n- id: a\n  exercises:\n  - b\n", "concepts:\n- id: a\n  exercises:\n  - b\n  - c\n"),
        (
            "concepts:\n  - id: z\n    exercises: [b]\n",
            "concepts:\n  - id: z\n    exercises: [b]\n  - id: a\n    exercises: [c]\n",
        ),
    ],
)
def test_exercise_joins_a_course_in_any_layout(course: str, wanted: str) -> None:
    assert with_exercise(course, "a", "c") == wanted


@pytest.mark.parametrize(("id", "entry"), [("edge-2d", "edge_2d"), ("3d", "make_3d"), ("for", "make_for")])
def test_entry_is_a_python_name(id: str, entry: str) -> None:
    assert entry_of(id) == entry
