"""Whatever is wrong with an exercise on disk is one sentence with file, line and remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from catalog_world import build, change

from grader.catalog import Catalog
from grader.errors import ContentError


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return build(tmp_path)


ADD, ZH, MINUS, PICK_B = (
    "sums/add/statement.md",
    "sums/add/statement.zh.md",
    "sums/add/wrong/minus.py",
    "sums/pick/wrong/b.yaml",
)
FAULTS = [
    ("course.yaml", "exercises: []", "exercises: [add]", r"course\.yaml, line 5: the exercise add stands twice"),
    ("course.yaml", "id: empty", "id: sums", r"course\.yaml, line 4: the concept sums stands twice"),
    ("course.yaml", "exercises: []", "tasks: []", r"course\.yaml, line 4: concepts\.1\.exercises is missing; add it"),
    ("course.yaml", "[add, pick]", "[add, pick", r"course\.yaml, line \d: this is not YAML"),
    ("course.yaml", "pick", "lost", r"sums/lost/statement\.md, line 1: this file is missing; write it"),
    (ADD, "kind: function", "kind: essay", r"sums/add/statement\.md, line 2: kind should be 'function'.*; correct it"),
    (ADD, "minutes: 7", "minutes: seven", r"line 4: minutes should be a valid integer; correct it"),
    (ADD, "points: 3", "point: 3", r"line 8: checks\.1\.points is missing; add it"),
    (ADD, "points: 3", "points: 3, weight: 1", r"line 8: checks\.1\.weight is not a name we know; remove it"),
    (ADD, "id: random", "id: example", r"line 8: the check example stands twice; give each"),
    (ADD, "points: 2", "points: 2, required: false", r"line 6: no check is required.*; make one required"),
    (ADD, "entry: add\n", "", r"line 2: kind function needs an entry; add it"),
    (ADD, "minutes: 7", "minutes: 7\nshape: [2, 2]", r"line 5: kind function and shape do not go together"),
    (ADD, "minutes: 7", "minutes: 7\nchoices: {a: {en: A, zh: A}}", r"line 5: kind function and choices do not go"),
    (ADD, "en: Random, zh: 随机", "en: Random: yes, zh: 随机", r"line 8: this is not YAML .*between quotes"),
    (ADD, "---\nkind", "kind", r"line 1: the facts are missing; begin with '---'"),
    (ADD, "---\n# Add", "# Add", r"line 1: the front matter does not end; close it"),
    (ADD, "# Add\n", "", r"line \d+: this stands before the title; begin with a line '# Title'"),
    (ADD, "# Add\n\nAdd two numbers.\n", "", r"line \d+: the title is missing; begin with a line '# Title'"),
    (ADD, "## An example", "# An example", r"line 20: a second title; use '## An example'"),
    (ADD, "Add two numbers.\n\n", "", r"line 12: one lead paragraph must follow the title"),
    (ADD, "numbers.", "numbers.\n\nAnd more.", r"line 12: one lead paragraph must follow the title"),
    (ADD, "## Hints", "## Clues", r"no '## Hints' in this file; add that section"),
    (ADD, "## Task", "### Intro\n\n## Task", r"zh\.md, line 5: .任务. has level 2 where .*.Intro. with level 3"),
    (ZH, "# 相加", "---\nkind: function\n---\n# 相加", r"zh\.md, line 1: facts stand only in the English file"),
    (
        ZH,
        "## 示例",
        "### 示例",
        r"zh\.md, line 9: '示例' has level 3 where statement\.md has 'An example' with level 2",
    ),
    (ZH, "## 示例\n\n见上。\n", "", r"zh\.md, line 15: 4 headings, but statement\.md has 5; give both files the same"),
    (ZH, "## 提示", "## 线索", r"zh\.md, line 18: no '## 提示' in this file; add that section"),
    (ZH, "2. 用两次。\n", "", r"zh\.md, line 13: 1 hints, but statement\.md has 2; give both files the same hints"),
    ("sums/concept.md", '"012301230"', '"0123"', r"sums/concept\.md, line 2: glyph .*; correct it"),
    ("sums/concept.md", "kind: stepper", "kind: movie", r"sums/concept\.md, line 4: demos\.0 .*; correct it"),
    ("sums/concept.md", "K: [[1, -1]]", "K: [[1, -1, 0]]", r"line 6: K is larger than X; choose a kernel that fits"),
    ("sums/concept.md", "[3, 4]", "[3]", r"line 6: .*rows of equal length are needed; correct it"),
    ("sums/concept.md", "kind: stepper", "kind: stepper\n    begin: 1", r"line 5: .*begin is not a name we know"),
    ("sums/concept.md", "## Try this\n\n1. Look.\n", "", r"concept\.zh\.md, line 5: 2 headings"),
    (MINUS, "zh: 你做了减法。请看符号。\n", "", r"sums/add/wrong/minus\.py, line 2: zh is missing; add it"),
    (MINUS, "You subtracted.", "You did this: subtract.", r"minus\.py, line 2: this is not YAML .*between quotes"),
    (MINUS, 'look: "-"', 'look: "("', r"minus\.py, line 4: look is not a regular expression .*; correct it"),
    (
        MINUS,
        'look: "-"',
        'look: "[[]x"',
        r"minus\.py, line 4: look means something else .*; escape the bracket as \\\[",
    ),
    (MINUS, 'look: "-"', "answer: 1", r"minus\.py, line 1: code has no answer; remove it"),
    (MINUS, "def add(a, b):", "def add(a, b:", r"minus\.py, line \d+: this is not Python .*; correct it"),
    (MINUS, '"""\nen', 'x = """\nen', r"minus\.py, line 1: what it says is missing; begin with a docstring"),
    (PICK_B, "answer: b\n", "", r"sums/pick/wrong/b\.yaml, line 1: answer is missing; add it"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), FAULTS, ids=[f"{f[0]}-{n}" for n, f in enumerate(FAULTS)])
def test_fault_names_file_line_and_remedy(course: Path, name: str, old: str, new: str, said: str) -> None:
    change(course, name, old, new)
    with pytest.raises(ContentError, match=said) as caught:
        Catalog.load(course)
    assert re.match(r"[\w./-]+, line \d+: [^\n]+\.$", str(caught.value))


def test_sections_in_another_order_are_said(course: Path) -> None:
    for name, task, example in ((ADD, "## Task", "## An example"), (ZH, "## 任务", "## 示例")):
        change(course, name, example, "## Swap")
        change(course, name, task, example)
        change(course, name, "## Swap", task)
    with pytest.raises(ContentError, match="line 16: the sections stand in another order; Task comes first"):
        Catalog.load(course)


def test_concept_without_a_section_is_said(course: Path) -> None:
    change(course, "sums/concept.md", "## Try this\n\n1. Look.\n", "")
    change(course, "sums/concept.zh.md", "## 试一试\n\n1. 看一看。\n", "")
    with pytest.raises(ContentError, match=r"sums/concept\.md, line 8: no section follows; add"):
        Catalog.load(course)


def test_wrong_answer_needs_an_id_as_its_name(course: Path) -> None:
    (course / MINUS).rename(course / "sums/add/wrong/Minus One.py")
    with pytest.raises(ContentError, match="this name is no id; use small letters, digits and hyphens"):
        Catalog.load(course)


def test_file_that_is_not_utf8_is_said_with_its_line(course: Path) -> None:
    (course / ZH).write_bytes("# 相加\n\n把".encode("gb18030"))
    with pytest.raises(ContentError, match=r"zh\.md, line 1: this is not UTF-8; save the file as UTF-8"):
        Catalog.load(course)


def test_file_that_is_a_folder_is_said(course: Path) -> None:
    (course / "sums/add/starter.py").unlink()
    (course / "sums/add/starter.py").mkdir()
    with pytest.raises(ContentError, match=r"starter\.py, line 1: cannot be read \(.*\); make it a readable file"):
        Catalog.load(course)


def test_folder_without_a_course_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"course\.yaml, line 1: this file is missing; write it"):
        Catalog.load(tmp_path)


def test_windows_line_ends_and_byte_order_mark_are_read(course: Path) -> None:
    text = (course / ADD).read_text("utf-8").replace("\n", "\r\n")
    (course / ADD).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert Catalog.load(course).exercise("add").title.en == "Add"


DEMOS: list[tuple[str, str]] = [
    ("kind: channels\n  presets: [{name: {en: A, zh: B}, X: [[[1]], [[2]]], W: [[1, 2]]}]", ""),
    ("kind: channels\n  presets: [{name: {en: A, zh: B}, X: [[[1]], [[2]]], W: [[1]]}]", "W needs one column for each"),
    (
        "kind: learning-rate\n  X: [[1, 2]]\n  K: [[1]]\n  begin: {K: [[0]]}\n  presets: [{name: {en: A, zh: B}, lr: 1}]",
        "",
    ),
    (
        "kind: learning-rate\n  X: [[1, 2]]\n  K: [[1]]\n  begin: {K: [[0, 0]]}\n  presets: [{name: {en: A, zh: B}, lr: 1}]",
        "begin.K be of its size",
    ),
    ("kind: im2col\n  start: 1\n  presets: [{name: {en: A, zh: B}, X: [[1]], K: [[1]]}]", "start 1 is not a preset"),
]


@pytest.mark.parametrize(("demo", "said"), DEMOS)
def test_demo_data_must_fit_together(course: Path, demo: str, said: str) -> None:
    text = (course / "sums/concept.md").read_text("utf-8")
    text = re.sub(r"kind: stepper.*?\n---", lambda _: demo.replace("\n", "\n  ") + "\n---", text, flags=re.S)
    (course / "sums/concept.md").write_text(text, "utf-8")
    if not said:
        assert Catalog.load(course).concept("sums").demos[0]["kind"] in demo
        return
    with pytest.raises(ContentError, match=said):
        Catalog.load(course)


# ---------- a lenient catalog: one broken file costs itself alone ----------


@pytest.fixture
def live(course: Path) -> Catalog:
    """The course as the running app holds it."""
    return Catalog.load(course, look_every=0, lenient=True)


def test_sound_course_has_no_fault(live: Catalog) -> None:
    assert live.faults == ()


def test_exercise_that_breaks_stays_as_it_was_and_is_told(course: Path, live: Catalog) -> None:
    change(course, ADD, "kind: function", "kind: essay")
    assert live.refresh() and live.exercise("add").title.en == "Add"
    assert re.match(r"sums/add/statement\.md, line 2: kind should be", live.faults[0])


def test_exercise_that_breaks_keeps_its_place_in_the_course(course: Path, live: Catalog) -> None:
    change(course, ADD, "kind: function", "kind: essay")
    live.refresh()
    assert ([e.id for e in live.exercises], live.concept("sums").exercises) == (["add", "pick"], ("add", "pick"))


def test_fault_is_gone_once_it_is_mended(course: Path, live: Catalog) -> None:
    change(course, ADD, "kind: function", "kind: essay")
    live.refresh()
    change(course, ADD, "kind: essay", "kind: function")
    assert live.refresh() and live.faults == ()


def test_exercise_that_was_never_readable_is_left_out(course: Path) -> None:
    change(course, ADD, "kind: function", "kind: essay")
    live = Catalog.load(course, lenient=True)
    assert (live.concept("sums").exercises, [e.id for e in live.exercises]) == (("pick",), ["pick"])


def test_concept_that_was_never_readable_has_its_name_and_its_exercises(course: Path) -> None:
    change(course, "sums/concept.md", "# Sums", "Sums")
    live = Catalog.load(course, lenient=True)
    assert (live.concept("sums").title.zh, live.concept("sums").exercises) == ("sums", ("add", "pick"))


def test_broken_course_list_is_told_until_it_is_mended(course: Path, live: Catalog) -> None:
    change(course, "course.yaml", "[add, pick]", "[add, pick")
    with pytest.raises(ContentError):
        live.refresh()
    told = live.faults
    change(course, "course.yaml", "[add, pick", "[add, pick]")
    assert told[0].startswith("course.yaml, line ") and live.refresh() and live.faults == ()


def test_new_folder_with_its_line_appears(course: Path, live: Catalog) -> None:
    shutil.copytree(course / "sums/add", course / "sums/more")
    change(course, "course.yaml", "[add, pick]", "[add, pick, more]")
    assert live.refresh() and live.exercise("more").title.en == "Add"


@pytest.mark.parametrize(
    ("concept", "said"),
    [
        ("sums", "course.yaml, line 2: the exercise sums/more is not listed; add more to the exercises of sums."),
        ("other", "course.yaml, line 5: the exercise other/more is not listed; add more under a new concept other."),
    ],
)
def test_folder_that_is_not_listed_is_told(course: Path, concept: str, said: str) -> None:
    shutil.copytree(course / "sums/add", course / concept / "more")
    assert Catalog.load(course).faults == (said,)
