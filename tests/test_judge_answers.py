"""Answers without code: forgiving in form, strict in content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader import authoring
from grader.catalog import WrongAnswer
from grader.judge.answers import BadForm, judge_answer, named, read
from grader.judge.content import Content
from grader.model import CheckFacts, Exercise, Json, Kind, Misconception, Outcome, Text
from grader.words import catalogue, say

T = Text("", "")
RIGHT: dict[Kind, Json] = {
    Kind.MCQ: "b",
    Kind.MULTI: ["a", "d"],
    Kind.NUMERIC: [3.6e9, 14.4],
    Kind.SHAPE: [6, 7],
    Kind.PREDICT: [[1, 0], [-1, 2.5]],
}
WRONG: dict[Kind, Json] = {
    Kind.MCQ: "c",
    Kind.MULTI: ["b"],
    Kind.NUMERIC: [3.6e8, 14.4],
    Kind.SHAPE: [7, 6],
    Kind.PREDICT: [[1, -1], [0, 2.5]],
}


def content(kind: Kind, right: Json = None, **options: Any) -> Content:
    choices = dict.fromkeys("abcd", T) if kind in (Kind.MCQ, Kind.MULTI) else {}
    shape = (2, 2) if kind is Kind.PREDICT else ()
    facts = Exercise("x", "c", kind, T, T, T, (), T, (CheckFacts("answer", T, 10),), choices=choices, shape=shape)
    mistake = WrongAnswer(Misconception("swapped", Text("You swapped.", ""), T), answer=WRONG[kind])
    solution = RIGHT[kind] if right is None else right
    return Content(facts, authoring.Exercise(answer=solution, **options), solution, (mistake,), None, Path())


def is_right(kind: Kind, answer: Json, right: Json = None, **options: Any) -> bool:
    known = content(kind, right, **options)
    return judge_answer(known, read(known.facts, answer, known.right.answer)).outcome is Outcome.PASSED


@pytest.mark.parametrize("answer", ["b", "B", " b ", '"b"', "Ｂ", "(b)", "b.", "b)", ["b"], "“b”", "\ufeffb", b"b"])
def test_a_letter_may_be_written_in_many_ways(answer: Json) -> None:
    assert is_right(Kind.MCQ, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "ad",
        "da",
        "AD",
        "A、D",
        "a, d",
        "a d",
        "a;d",
        "a/d",
        '["a", "d"]',
        ["d", "A"],
        "Ａ，Ｄ",
        "a, d,",
        '["a","d","a"]',
    ],
)
def test_letters_may_be_written_in_many_ways(answer: Json) -> None:
    assert is_right(Kind.MULTI, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "[3.6e9, 14.4]",
        "3.6e9, 14.4",
        "3.6e9 14.4",
        "3600000000、14.4",
        "３．６ｅ９，１４．４",
        [3.6e9, 14.4],
        ["3.6e9", "14.4"],
        "(3.6e9; 14.4)",
    ],
)
def test_numbers_may_be_written_in_many_ways(answer: Json) -> None:
    assert is_right(Kind.NUMERIC, answer)


@pytest.mark.parametrize("answer", ["36,000,000", "36000000", 36_000_000, "3.6e7", "[36000000]"])
def test_a_single_number_may_have_its_thousands_apart(answer: Json) -> None:
    assert is_right(Kind.NUMERIC, answer, right=36_000_000)


def test_two_numbers_are_not_one_with_thousands() -> None:
    assert is_right(Kind.NUMERIC, "12,100", right=[12, 100])


@pytest.mark.parametrize("answer", ["[6, 7]", "(6, 7)", "6×7", "6x7", "6 7", "６，７", [6, 7], [6.0, 7]])
def test_a_shape_may_be_written_in_many_ways(answer: Json) -> None:
    assert is_right(Kind.SHAPE, answer)


@pytest.mark.parametrize(
    "answer",
    [
        [[1, 0], [-1, 2.5]],
        "[[1, 0], [-1, 2.5]]",
        "[[1,0],\n[-1,2.5]]",
        "1 0\n-1 2.5",
        "1, 0; −1, 2.5",
        "［［1，0］，［-1，2.5］］",
        [["1", "0"], ["−1", "2.5"]],
        [[1, -0.0], [-1, 2.5]],
        "[[1, 0], [-1, 2.5],]",
    ],
)
def test_a_grid_may_be_written_in_many_ways(answer: Json) -> None:
    assert is_right(Kind.PREDICT, answer)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (Kind.MCQ, "a"), (Kind.MULTI, "a"), (Kind.MULTI, "abcd"), (Kind.MULTI, []), (Kind.NUMERIC, "3.6e9"), (Kind.NUMERIC, "14.4, 3.6e9"),
        (Kind.NUMERIC, "3.6e9, 15"), (Kind.SHAPE, "[6, 7, 1]"), (Kind.SHAPE, "[7, 6]"), (Kind.PREDICT, [[1, 0], [-1, 2]]),
        (Kind.PREDICT, [[1, -1], [0, 2.5]]), (Kind.PREDICT, [[1, 0, -1, 2.5]]), (Kind.PREDICT, [1, 0]),
    ],
)  # fmt: skip
def test_a_wrong_answer_fails_with_words(kind: Kind, answer: Json) -> None:
    known = content(kind)
    check = judge_answer(known, read(known.facts, answer))
    assert check.outcome is Outcome.FAILED and check.points == 0
    assert check.message and check.message.code in catalogue()


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (Kind.MCQ, ""), (Kind.MCQ, "e"), (Kind.MCQ, "ab"), (Kind.MCQ, None), (Kind.MCQ, 2), (Kind.MCQ, True), (Kind.MCQ, "b is right"),
        (Kind.MULTI, "none"), (Kind.MULTI, None), (Kind.MULTI, {"a": True}), (Kind.MULTI, [["a"]]), (Kind.MULTI, [1]),
        (Kind.NUMERIC, ""), (Kind.NUMERIC, "14 GB"), (Kind.NUMERIC, "nan, 1"), (Kind.NUMERIC, "1e999"), (Kind.NUMERIC, [True]),
        (Kind.NUMERIC, [10**400]), (Kind.NUMERIC, "[" * 5000), (Kind.NUMERIC, "1" * 5000), (Kind.NUMERIC, {"x": 1}), (Kind.NUMERIC, []),
        (Kind.SHAPE, "6.5 7"), (Kind.SHAPE, "wide"), (Kind.PREDICT, ""), (Kind.PREDICT, [[1, None], [1, 2]]), (Kind.PREDICT, [[1], [1, 2]]),
        (Kind.PREDICT, [[1, ""], [1, 2]]), (Kind.PREDICT, []), (Kind.PREDICT, [[]]), (Kind.PREDICT, "zeros"), (Kind.PREDICT, b"\xff\xfe"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_answered_with_the_right_form(kind: Kind, answer: Json) -> None:
    with pytest.raises(BadForm) as raised:
        read(content(kind).facts, answer)
    assert raised.value.message.code == f"form.{kind.value}" and raised.value.message.code in catalogue()


@pytest.mark.parametrize("kind", RIGHT)
def test_a_catalogued_wrong_answer_is_named_and_another_is_not(kind: Kind) -> None:
    known = content(kind)
    others: dict[Kind, Json] = {
        Kind.MCQ: "a",
        Kind.MULTI: "c",
        Kind.NUMERIC: "1, 2",
        Kind.SHAPE: "1",
        Kind.PREDICT: "9 9\n9 9",
    }
    assert named(known, read(known.facts, WRONG[kind])) == "swapped"
    assert named(known, read(known.facts, others[kind])) is None


def test_a_number_near_a_catalogued_wrong_one_is_named() -> None:
    known = content(Kind.NUMERIC)
    assert named(known, read(known.facts, "3.55e8, 14.4")) == "swapped"


def test_other_right_answers_count_too() -> None:
    assert is_right(Kind.NUMERIC, "13.41", right=[14.4], accept=[[13.41]], tolerance=0.01)


def test_the_right_grid_is_not_told() -> None:
    known = content(Kind.PREDICT)
    check = judge_answer(known, read(known.facts, [[9, 0], [-1, 2.5]]))
    assert (check.expected, check.message and dict(check.message.args)) == (None, {"count": 1, "of": 4})


@pytest.mark.parametrize("kind", RIGHT)
@pytest.mark.parametrize("answer", ["", "  \n", b" ", None])
def test_an_empty_answer_is_no_answer(kind: Kind, answer: Json) -> None:
    with pytest.raises(BadForm):
        read(content(kind).facts, answer)


def test_a_flat_list_is_not_called_a_grid() -> None:
    known = content(Kind.PREDICT)
    message = judge_answer(known, read(known.facts, [1, 0, -1, 2.5])).message
    assert message and say(message, "en").startswith("Your answer has shape (4,)")
