"""The author lint: an exercise without fault has no finding; each fault is one sentence with its remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from judge_world import Here

from grader.errors import UnknownExercise
from grader.judge import Judge, content, limit
from grader.judge.lint import lint
from grader.sandbox.pool import Pool

FILES = {
    "course.yaml": "concepts:\n  - id: sums\n    exercises: [double]\n",
    "sums/concept.md": "---\nglyph: '012301230'\ndemos:\n  - kind: stepper\n    presets: [{name: {en: One, zh: 一}, X: [[1, 2]], K: [[1]]}]\n---\n"
    "# Sums\n\nA lead.\n\n## Try this\n\n1. Look.\n",
    "sums/concept.zh.md": "# 求和\n\n导语。\n\n## 试一试\n\n1. 看。\n",
    "sums/double/statement.md": "---\nkind: function\nentry: f\nminutes: 5\nchecks:\n"
    "  - {id: example, points: 2, title: {en: The example, zh: 示例}}\n"
    "  - {id: random, points: 3, hidden: true, title: {en: Random, zh: 随机}}\n---\n"
    "# Double\n\nTwice.\n\n## Task\n\nWrite `f`.\n\n## Hints\n\n1. Times two.\n\n## Explanation\n\nTwice.\n",
    "sums/double/statement.zh.md": "# 加倍\n\n两倍。\n\n## 任务\n\n写出 `f`。\n\n## 提示\n\n1. 乘以二。\n\n## 解析\n\n两倍。\n",
    "sums/double/starter.py": "def f(X):\n    ...\n",
    "sums/double/solution.py": "def f(X):\n    return X * 2\n",
    "sums/double/exercise.py": "from grader.authoring import Case, Exercise, draw, noise\n\n"
    "exercise = Exercise(\n    reference=lambda X: X * 2,\n"
    "    checks={'example': [Case([[1, 2]])], 'random': draw(lambda rng: [Case(noise(rng, 2, 3))])},\n)\n",
    "sums/double/wrong/thrice.py": '"""\nen: You took it three times. Take it twice.\nzh: 你乘了三。应乘二。\n"""\ndef f(X):\n    return X * 3\n',
    "sums/double/wrong/same.py": '"""\nen: You changed nothing. Take it twice.\nzh: 你什么也没改。应乘二。\n"""\ndef f(X):\n    return X\n',
}
WRONG = '"""\nen: {en}. Do.\nzh: {en}。做。\n{more}"""\n{source}'
QUESTION = {
    "sums/double/statement.md": "---\nkind: mcq\nminutes: 5\nchoices: {a: {en: A, zh: 甲}, b: {en: B, zh: 乙}}\nchecks:\n"
    "  - {id: answer, points: 2, title: {en: The answer, zh: 答案}}\n---\n# Pick\n\nOne.\n\n## Task\n\nPick.\n\n## Hints\n\n1. One.\n\n## Explanation\n\nOne.\n",
    "sums/double/exercise.py": "from grader.authoring import Exercise\n\nexercise = Exercise(answer='b')\n",
    "sums/double/solution.json": '"b"\n',
    "sums/double/wrong/a.yaml": "en: You took a. No.\nzh: 你选了甲。不对。\nanswer: a\n",
    "sums/double/starter.py": None,
    "sums/double/solution.py": None,
    "sums/double/wrong/thrice.py": None,
    "sums/double/wrong/same.py": None,
}


def findings(tmp_path: Path, changes: dict[str, str | None], pool: Pool | Here | None = None) -> list[str]:
    """What the lint says of the little exercise with some files changed (None: gone)."""
    for name, text in {**FILES, **changes}.items():
        if text is not None:
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", errors="surrogateescape")
    return [found.text for found in lint(Judge(tmp_path, pool or Here()), "double", seeds=range(4))]


def test_a_sound_exercise_has_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, {}) == []


def test_a_sound_question_has_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, QUESTION) == []


STATEMENT = FILES["sums/double/statement.md"]
EXERCISE = FILES["sums/double/exercise.py"]
NEVER = "[Case([[0, 0]]), Case([[1, 2]])]"


@pytest.mark.parametrize(
    ("said", "file", "text"),
    [
        ("starter.py already passes every case", "starter.py", "def f(X):\n    return 2 * X\n"),
        ("solution.py loses 3 points with seed 0", "solution.py", "def f(X):\n    return X * 2 if len(X) == 1 else X\n"),
        ("solution.py loses 5 points", "solution.py", "def f(X):\n    return Y\n"),
        ("wrong/right passes with seed 0", "wrong/right.py", WRONG.format(en="Right", more="", source="def f(X):\n    return X + X\n")),
        ("wrong/twin is not told apart with seed 0", "wrong/twin.py", WRONG.format(en="Twin", more="", source="def f(X):\n    return 3 * X\n")),
        ("wrong/ok says accepted, but does not pass", "wrong/ok.py", WRONG.format(en="Fine", more="accepted: true\n", source="def f(X):\n    return 4 * X\n")),
        ("case 1 of example cannot tell any wrong answer", "exercise.py", EXERCISE.replace("[Case([[1, 2]])]", NEVER)),
        ("no check is hidden", "statement.md", STATEMENT.replace("hidden: true, ", "")),
        ("every check is hidden", "statement.md", STATEMENT.replace("points: 2,", "points: 2, hidden: true,")),
        ("notes.txt belongs to no exercise", "notes.txt", "remember"),
        ("wrong/deep/x.py belongs to no exercise", "wrong/deep/x.py", "pass"),
        ("solution.json belongs to no exercise", "solution.json", "1"),
        ("statement.zh.md", "statement.zh.md", FILES["sums/double/statement.zh.md"].replace("## 提示", "### 提示")),
        ("the check random of statement.md is missing", "exercise.py", EXERCISE.replace("'random'", "'other'")),
        ("the check third of exercise.py is missing", "exercise.py", EXERCISE.replace("'random'", "'third': [Case(1)], 'random'")),
        ("exercise.py, line 3: it raised NameError", "exercise.py", EXERCISE.replace("Exercise(", "Exercice(")),
        ("exercise.py, line 1: no exercise is defined", "exercise.py", "x = 1\n"),
        ("exercise.py, line 2: it raised SyntaxError", "exercise.py", "x = 1\ny = (\n"),
        ("double/exercise.py, line 4: the reference raised ZeroDivisionError (division by zero) on case 1 of example with seed 0; correct it", "exercise.py", EXERCISE.replace("X * 2", "1 / 0")),
        ("exercise.py, line 5: the draw of random raised TypeError", "exercise.py", EXERCISE.replace("noise(rng, 2, 3)", "noise(rng, 'x')")),
        ("exercise.py, line 1: the check example has no case with seed 0", "exercise.py", EXERCISE.replace("[Case([[1, 2]])]", "[]")),
        ("exercise.py, line 1: the check example needs a reference", "exercise.py", EXERCISE.replace("reference=lambda X: X * 2,", "")),
        ("exercise.py, line 5: the code worked has no words in statement.md", "exercise.py", EXERCISE.replace("[[1, 2]]", "[[1, 2]], name='worked'")),
        ("exercise.py, line 5: the property of example raised KeyError", "exercise.py", EXERCISE.replace("[Case([[1, 2]])]", "property_of(lambda Y, X: {}[1], Case([[1, 2]]))").replace("Case,", "Case, property_of,")),
        ("exercise.py, line 1: this is not UTF-8", "exercise.py", "\udcff"),
        ("double/solution.py, line 2: this is not Python", "solution.py", "def f(X):\n    return X * (2\n"),
        ("double/solution.py, line 1: f is not defined at the top level", "solution.py", "def g(X):\n    return X * 2\n"),
        ("double/starter.py, line 1: this is not Python", "starter.py", "def f(X)\n    ...\n"),
        ("double/wrong/lost.py, line 1: f is not defined", "wrong/lost.py", WRONG.format(en="Lost", more="", source="def g(X):\n    return X\n")),
        ("double/probe.py, line 2: this is not Python", "probe.py", "x = 1\ndef look(entry:\n"),
        ("double/probe.py, line 1: look is not defined", "exercise.py", EXERCISE.replace("[Case([[1, 2]])]", "values(Case([[1, 2]]), probe='look')").replace("Case,", "Case, values,")),
        ("double/statement.md, line 16: the matrix block is not JSON", "statement.md", STATEMENT.replace("Write `f`.", "```matrix\n{1: 2}\n```")),
        ("statement.zh.md: the matrix blocks differ", "statement.md", STATEMENT.replace("Write `f`.", '```matrix\n{"X": [[1]]}\n```')),
        ("needs checks, not an answer", "exercise.py", "from grader.authoring import Exercise\n\nexercise = Exercise(answer='b')\n"),
    ],
)  # fmt: skip
def test_each_fault_is_found_and_has_a_remedy(tmp_path: Path, said: str, file: str, text: str) -> None:
    found = findings(tmp_path, {f"sums/double/{file}": text})
    match = [sentence for sentence in found if said in sentence]
    assert len(match) == 1, found
    assert re.search(r"[.;:] \S.*\.$", match[0]) and "\n" not in match[0]


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("there is no wrong answer", {"sums/double/wrong/thrice.py": None, "sums/double/wrong/same.py": None}),
        ("solution.py, line 1: the file is missing", {"sums/double/solution.py": None}),
        ("exercise.py, line 1: the file is missing", {"sums/double/exercise.py": None}),
    ],
)
def test_a_missing_file_is_found(tmp_path: Path, said: str, changes: dict[str, str | None]) -> None:
    assert any(said in sentence for sentence in findings(tmp_path, changes))


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("wrong/b passes", {"sums/double/wrong/b.yaml": "en: You took b. No.\nzh: 你选了乙。不对。\nanswer: b\n"}),
        ("is not told apart", {"sums/double/wrong/c.yaml": "en: You took c. No.\nzh: 你选了丙。不对。\nanswer: a\n"}),
        ("solution.json loses 2 points", {"sums/double/solution.json": '"a"'}),
        ("this is not JSON", {"sums/double/solution.json": "b"}),
    ],
)
def test_faults_of_a_question_are_found(tmp_path: Path, said: str, changes: dict[str, str | None]) -> None:
    assert any(said in sentence for sentence in findings(tmp_path, {**QUESTION, **changes}))


def test_a_check_that_depends_on_luck_is_found(tmp_path: Path) -> None:
    lucky = EXERCISE.replace("noise(rng, 2, 3)", "noise(rng, 2, 3), seed=None").replace(
        "lambda X: X * 2", "lambda X: X * (2 if X.sum() > 0 else 2.5)"
    )
    assert any("solution.py loses" in sentence for sentence in findings(tmp_path, {"sums/double/exercise.py": lucky}))


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        ("line [23]: the reference did not return within 0.3 s on case 1 of example", "lambda X: X * 2", "forever"),
        ("line [23]: the draw of random did not return within 0.3 s with seed 0", "noise(rng, 2, 3)", "forever(rng)"),
        (
            "line [23]: it did not return within 0.3 s; look for a loop without end",
            "exercise =",
            "forever(1)\nexercise =",
        ),
    ],
)
def test_code_that_never_returns_is_stopped_and_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, old: str, new: str
) -> None:
    for module in (limit, content):
        monkeypatch.setattr(module, "LIMIT_S", 0.3)
    loop = "def forever(X):\n    while True:\n        X = X\n\n"
    found = findings(tmp_path, {"sums/double/exercise.py": loop + EXERCISE.replace(old, new)})
    assert len(found) == 1 and re.search(said, found[0]), found


def test_a_wrong_answer_that_cannot_be_loaded_is_found(tmp_path: Path, pool: Pool) -> None:
    lost = WRONG.format(en="Lost", more="", source="import torch\n\ndef f(X):\n    return X\n\nf(1, 2)\n")
    found = findings(tmp_path, {"sums/double/wrong/lost.py": lost}, pool)
    assert len(found) == 1 and "double/wrong/lost.py, line 10: it cannot be loaded (TypeError: f() takes" in found[0]


@pytest.mark.parametrize("name", ["starter.py", "solution.py"])
def test_what_the_policy_refuses_is_found(tmp_path: Path, pool: Pool, name: str) -> None:
    refused = "import os\n\ndef f(X):\n    return X * 2\n"
    found = findings(tmp_path, {f"sums/double/{name}": refused}, pool)
    assert [f"exercises/sums/double: {name} is refused by the policy" in sentence for sentence in found] == [True]


def test_an_unknown_exercise_is_not_linted(tmp_path: Path) -> None:
    findings(tmp_path, {})
    with pytest.raises(UnknownExercise, match="double"):
        Judge(tmp_path, Here()).check("doubel")


def test_a_changed_exercise_is_loaded_again(tmp_path: Path) -> None:
    findings(tmp_path, {})
    judge = Judge(tmp_path, Here(), look_every=0)
    before = judge.content("double")
    (tmp_path / "sums/double/solution.py").write_text("def f(X):\n    return X + X\n", "utf-8")
    assert judge.content("double").solution != before.solution


def test_a_half_written_file_leaves_the_course_as_it_was(tmp_path: Path) -> None:
    findings(tmp_path, {})
    judge = Judge(tmp_path, Here(), look_every=0)
    before = judge.content("double")
    (tmp_path / "sums/double/statement.md").write_text("---\nkind: func", "utf-8")
    assert judge.content("double") is before
    assert "statement.md" in judge.check("double")[0].text
