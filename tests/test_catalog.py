"""exercises/ → course: what is read from files, without running any of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from catalog_world import WRONG, build, change

from grader.catalog import Catalog
from grader.errors import ContentError, UnknownConcept, UnknownExercise
from grader.model import Kind, Text

REAL = Path(__file__).parent.parent / "exercises"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return build(tmp_path)


def test_exercise_has_its_public_facts(course: Path) -> None:
    add = Catalog.load(course).exercise("add")
    assert (add.kind, add.entry, add.minutes, add.cpu_s, add.points) == (Kind.FUNCTION, "add", 7, 1.5, 5)


def test_check_is_public_and_required_unless_it_says_otherwise(course: Path) -> None:
    checks = Catalog.load(course).exercise("add").checks
    assert [(c.hidden, c.required) for c in checks] == [(False, True), (True, False)]


def test_title_and_lead_stand_in_both_languages(course: Path) -> None:
    add = Catalog.load(course).exercise("add")
    assert (add.title, add.lead) == (Text("Add", "相加"), Text("Add two numbers.", "把两个数相加。"))


def test_task_keeps_further_headings_and_drops_its_own(course: Path) -> None:
    task = Catalog.load(course).exercise("add").task
    assert task.en == "Write `add`.\n\n## An example\n\n```matrix\n# not a heading\n```"


def test_hints_are_split_and_paired(course: Path) -> None:
    hints = Catalog.load(course).exercise("add").hints
    assert hints == (Text("Use +.", "用 +。"), Text("Use `+`\ntwice.", "用两次。"))


def test_explanation_is_what_follows_the_last_heading(course: Path) -> None:
    assert Catalog.load(course).exercise("add").explanation == Text("That is **addition**.", "这就是加法。")


def test_wrong_answer_says_headline_and_feedback(course: Path) -> None:
    said = Catalog.load(course).exercise("add").misconceptions["minus"]
    assert (said.headline, said.feedback) == (
        Text("You subtracted.", "你做了减法。"),
        Text("Look at the sign.", "请看符号。"),
    )


def test_wrong_code_is_never_run(course: Path) -> None:
    (course / "sums/add/wrong/evil.py").write_text(WRONG + "\nraise SystemExit('it ran')\n", "utf-8")
    assert "evil" in Catalog.load(course).exercise("add").misconceptions


def test_wrong_answers_give_code_and_where_to_look(course: Path) -> None:
    (minus,) = Catalog.load(course).wrong_answers("add")
    assert (minus.look, minus.source) == ("-", WRONG)


def test_wrong_answer_without_code_gives_its_answer(course: Path) -> None:
    (b,) = Catalog.load(course).wrong_answers("pick")
    assert b.answer == "b"


def test_choices_stand_in_both_languages(course: Path) -> None:
    assert Catalog.load(course).exercise("pick").choices == {"a": Text("A", "甲"), "b": Text("B", "乙")}


def test_concept_has_body_glyph_and_demos(course: Path) -> None:
    sums = Catalog.load(course).concept("sums")
    assert (sums.glyph, sums.body.en, sums.demos[0]["presets"][0]["K"]) == (
        "012301230",
        "## Try this\n\n1. Look.",
        [[1, -1]],
    )


def test_lead_of_two_lines_is_one_sentence(course: Path) -> None:
    assert Catalog.load(course).concept("sums").lead.en == "A lead in two lines."


def test_exercises_stand_in_course_order(course: Path) -> None:
    change(course, "course.yaml", "[add, pick]", "[pick, add]")
    assert [e.id for e in Catalog.load(course).exercises] == ["pick", "add"]


def test_next_after_follows_the_course_and_ends(course: Path) -> None:
    catalog = Catalog.load(course)
    after = catalog.next_after("add")
    assert after is not None and after.id == "pick"
    assert catalog.next_after("pick") is None


def test_folder_of_is_where_the_files_lie(course: Path) -> None:
    assert Catalog.load(course).folder_of("add") == course / "sums" / "add"


def test_unknown_exercise_names_near_ids(course: Path) -> None:
    with pytest.raises(UnknownExercise, match=r'There is no exercise "ad"\. Did you mean add\?'):
        Catalog.load(course).exercise("ad")


def test_unknown_exercise_names_all_when_none_is_near(course: Path) -> None:
    with pytest.raises(UnknownExercise, match="There are: add, pick"):
        Catalog.load(course).exercise("../../etc/passwd")


def test_unknown_concept_is_said(course: Path) -> None:
    with pytest.raises(UnknownConcept, match="Did you mean sums"):
        Catalog.load(course).concept("sum")


@pytest.mark.parametrize("name", ["statement.zh.md", "starter.py", "solution.py", "wrong/minus.py"])
def test_version_changes_with_any_file(course: Path, name: str) -> None:
    before = Catalog.load(course).exercise("add").version
    with (course / "sums/add" / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert Catalog.load(course).exercise("add").version != before


def test_version_changes_when_a_file_is_renamed(course: Path) -> None:
    before = Catalog.load(course).exercise("add").version
    (course / "sums/add/solution.py").rename(course / "sums/add/probe.py")
    assert Catalog.load(course).exercise("add").version != before


def test_version_ignores_what_python_leaves_behind(course: Path) -> None:
    before = Catalog.load(course).exercise("add").version
    (course / "sums/add/__pycache__").mkdir()
    (course / "sums/add/__pycache__/exercise.pyc").write_bytes(b"\0")
    assert Catalog.load(course).exercise("add").version == before


def test_version_of_another_exercise_stays(course: Path) -> None:
    before = Catalog.load(course).exercise("pick").version
    change(course, "sums/add/solution.py", "+", "-")
    assert Catalog.load(course).exercise("pick").version == before


def test_refresh_sees_a_change(course: Path) -> None:
    catalog = Catalog.load(course, look_every=0)
    change(course, "sums/add/statement.md", "# Add", "# Add them")
    assert catalog.refresh()
    assert catalog.exercise("add").title.en == "Add them"


def test_refresh_without_a_change_reads_nothing(course: Path) -> None:
    assert not Catalog.load(course, look_every=0).refresh()


def test_refresh_looks_only_now_and_then(course: Path) -> None:
    catalog = Catalog.load(course, look_every=60)
    change(course, "sums/add/statement.md", "# Add", "# Add them")
    assert not catalog.refresh()


def test_refresh_keeps_the_course_when_a_file_is_wrong(course: Path) -> None:
    catalog = Catalog.load(course, look_every=0)
    change(course, "sums/add/statement.md", "# Add", "No title")
    with pytest.raises(ContentError):
        catalog.refresh()
    assert catalog.exercise("add").title.en == "Add"


def test_refresh_complains_once_for_each_change(course: Path) -> None:
    catalog = Catalog.load(course, look_every=0)
    change(course, "sums/add/statement.md", "# Add", "No title")
    with pytest.raises(ContentError):
        catalog.refresh()
    assert not catalog.refresh()


def test_reading_a_course_loads_no_torch() -> None:
    code = "import sys; from grader.catalog import Catalog; from pathlib import Path; Catalog.load(Path(sys.argv[1])); print('torch' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code, str(REAL)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
