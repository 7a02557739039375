"""A verdict as JSON and as text: documented keys, valid JSON, both languages, learner text inert."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace

import pytest

from grader.cli.console import Ink, LangOption, language, to_json
from grader.cli.report import report
from grader.cli.text import lines
from grader.model import (
    CheckFacts,
    CheckResult,
    Curve,
    Exercise,
    Isolation,
    Kind,
    Lang,
    Matrix,
    Message,
    Misconception,
    Mode,
    Outcome,
    Text,
    Verdict,
)
from grader.words import cell

HOSTILE = "\x1b[31mred\x1b]0;title\x07 [bold]markup[/bold] \u202eltr\u2066 \x9b31m \x00nul\ufeff"
EXERCISE = Exercise(
    id="corr2d",
    concept="corr2d",
    kind=Kind.FUNCTION,
    title=Text("From scratch", "从零实现"),
    lead=Text("a", "b"),
    task=Text("a", "b"),
    hints=(),
    explanation=Text("a", "b"),
    checks=(
        CheckFacts("example", Text("The worked example", "示例"), 2),
        CheckFacts("random", Text("Random shapes", "随机形状"), 3, hidden=True, required=False),
    ),
    messages={"worked": Text("the worked example", "示例"), "sum": Text("the sum is {got}", "和为 {got}")},
    misconceptions={
        "flipped": Misconception(
            "flipped", Text("You flipped the kernel.", "你翻转了卷积核。"), Text("Slide it.", "直接滑动。")
        ),
        "view": Misconception("view", Text("It works.", "可行。"), Text("It is slow.", "有点慢。"), accepted=True),
    },
    version="abc",
)
FAILED = Verdict(
    exercise="corr2d",
    version="abc",
    mode=Mode.SUBMIT,
    outcome=Outcome.FAILED,
    passed=False,
    score=3,
    max_score=5,
    seed=7,
    checks=(
        CheckResult(
            "example",
            Outcome.FAILED,
            0,
            2,
            hidden=False,
            required=True,
            message=Message("exercise.sum", {"got": HOSTILE}),
            case=Message("exercise.worked"),
            expected=Matrix((2, 2), "float32", [[19, 25], [37, 43]]),
            got=Matrix((2, 2), "float32", [[19, "nan"], [37, 5]]),
        ),
        CheckResult("random", Outcome.PASSED, 3, 3, hidden=True, required=False),
    ),
    misconception="flipped",
    misconception_line=3,
    notes=("view",),
    stdout=HOSTILE,
    curves={"loss": Curve(losses=(1.0, math.nan), recomputed=(math.inf, -math.inf))},
    timings_ms={"queue": 0, "run": 31, "judge": 4, "total": 38},
    isolation=Isolation("full", ("seccomp", "landlock")),
)


def text_of(verdict: Verdict, lang: Lang = "en") -> str:
    return "\n".join(lines(verdict, EXERCISE, lang, Ink(io.StringIO())))


def test_report_has_the_documented_keys() -> None:
    wanted = "exercise version outcome passed score max_score seed misconception feedback checks stdout curves timings_ms isolation"
    assert list(report(FAILED, EXERCISE, "en")) == wanted.split()


def test_check_has_the_documented_keys() -> None:
    wanted = "id title visibility required outcome points max_points message expected got"
    assert list(report(FAILED, EXERCISE, "en")["checks"][0]) == wanted.split()


def test_timings_are_the_documented_four_even_without_a_run() -> None:
    assert list(report(replace(FAILED, timings_ms={}), EXERCISE, "en")["timings_ms"]) == [
        "queue",
        "run",
        "judge",
        "total",
    ]


def test_expected_has_shape_dtype_and_values() -> None:
    expected = report(FAILED, EXERCISE, "en")["checks"][0]["expected"]
    assert expected == {"shape": [2, 2], "dtype": "float32", "values": [[19, 25], [37, 43]]}


def test_hidden_check_has_no_values() -> None:
    hidden = report(FAILED, EXERCISE, "en")["checks"][1]
    assert (hidden["visibility"], hidden["expected"], hidden["got"]) == ("hidden", None, None)


def test_feedback_is_the_mistake_then_the_notes() -> None:
    feedback = report(FAILED, EXERCISE, "en")["feedback"]
    assert feedback == ["You flipped the kernel. Slide it. Look at line 3.", "It works. It is slow."]


def test_feedback_speaks_chinese() -> None:
    assert report(FAILED, EXERCISE, "zh")["feedback"][0] == "你翻转了卷积核。直接滑动。请看第 3 行。"


def test_message_names_the_case_first() -> None:
    assert report(FAILED, EXERCISE, "en")["checks"][0]["message"].startswith("the worked example: the sum is")


def test_nan_in_curves_is_valid_json() -> None:
    curve = json.loads(to_json(report(FAILED, EXERCISE, "en")), parse_constant=pytest.fail)["curves"]["loss"]
    assert (curve["losses"], curve["recomputed"]) == ([1.0, "nan"], ["inf", "-inf"])


@pytest.mark.parametrize("char", ["\x1b", "\x9b", "\x07", "\u202e", "\u2066", "\x00", "\ufeff"])
def test_json_holds_nothing_that_a_terminal_obeys(char: str) -> None:
    assert char not in to_json(report(FAILED, EXERCISE, "en")) + to_json({"file": HOSTILE})


def test_json_keeps_what_a_name_was() -> None:
    assert json.loads(to_json({"file": HOSTILE + "\udc80"}))["file"] == HOSTILE + "\udc80"


def test_any_json_of_ours_is_valid() -> None:
    assert json.loads(to_json([math.nan, {"a": -math.inf}]), parse_constant=pytest.fail) == ["nan", {"a": "-inf"}]


def test_json_keeps_chinese_readable() -> None:
    assert "示例" in to_json(report(FAILED, EXERCISE, "zh"))


def test_internal_verdict_lists_every_check_of_the_exercise() -> None:
    verdict = replace(FAILED, outcome=Outcome.INTERNAL, checks=(), score=0, max_score=0, misconception=None)
    told = report(verdict, EXERCISE, "en")
    assert (told["max_score"], [c["outcome"] for c in told["checks"]]) == (5, ["internal", "internal"])


@pytest.mark.parametrize("char", ["\x1b", "\x9b", "\x07", "\u202e", "\u2066", "\x00", "\ufeff"])
def test_text_holds_nothing_that_a_terminal_obeys(char: str) -> None:
    assert char not in text_of(FAILED)


def test_text_shows_markup_as_it_stands() -> None:
    assert "[bold]markup[/bold]" in text_of(FAILED)


def test_text_begins_with_the_verdict() -> None:
    assert text_of(FAILED).splitlines()[0] == "✕ Not yet: 1 of 2 checks pass. 3 of 5 points."


def test_text_says_each_check_with_sign_and_word() -> None:
    assert "✓ Passed        3 / 3  Random shapes  hidden · extra" in text_of(FAILED)


def test_text_names_the_mistake() -> None:
    assert "What happened\n  You flipped the kernel.\n  Slide it.\n  Look at line 3." in text_of(FAILED)


def test_text_marks_cells_that_differ() -> None:
    rows = [line.split() for line in text_of(FAILED).splitlines()]
    assert ["19", "25", "19", "nan*"] in rows and ["37", "43", "37", "5*"] in rows


def test_text_speaks_chinese() -> None:
    assert text_of(FAILED, "zh").splitlines()[0] == "✕ 还差一点：2 项检查通过了 1 项。3 / 5 分。"


def test_message_of_the_whole_submission_is_said_once() -> None:
    message = Message("exercise.worked")
    check = replace(FAILED.checks[0], outcome=Outcome.ERROR, message=message, case=None, expected=None, got=None)
    told = text_of(replace(FAILED, outcome=Outcome.ERROR, message=message, checks=(check, check), misconception=None))
    assert told.count("ERROR the worked example") == 1


def test_no_colour_outside_a_terminal() -> None:
    assert Ink(io.StringIO())("Passed", "good") == "Passed"


def test_no_colour_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Ink(_Terminal()).is_on


def test_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Ink(_Terminal())("Passed", "good") == "\x1b[32mPassed\x1b[0m"


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LANG": "de_DE"}, "en"), ({}, "en"), ({"LC_ALL": "C", "LANG": "zh_CN"}, "en")],
)
def test_language_comes_from_the_environment(environ: dict[str, str], wanted: str) -> None:
    assert language(None, environ) == wanted


def test_language_asked_for_wins() -> None:
    assert language(LangOption.EN, {"LANG": "zh_CN"}) == "en"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\x1b=1", " =1", "\t=1"])
def test_spreadsheet_cell_is_never_a_formula(text: str) -> None:
    assert str(cell(text)).startswith("'")


def test_spreadsheet_cell_keeps_ordinary_text() -> None:
    assert cell("a b") == "a b"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True
