"""Matrices in HTML: numbers, colours, ```matrix blocks, and the picture of expected against got."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

from grader.model import LANGS, Json, Matrix
from ui.parts import matrices, speak
from ui.parts.markup import Html, emphasise, escape


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (speak, matrices):
            patch.setattr(module, "lang", lambda: "en")
        yield


def matrix(values: Json) -> Matrix:
    return Matrix(matrices.shape_of(values), "float32", values)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def cells(html: str, name: str) -> list[str]:
    """The texts of the table called `name`."""
    table = html.split(f"aria-label='{name}'")[1].split("</table>")[0]
    return re.findall(r"<td[^>]*>([^<]*)</td>", table)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (19.0, "19"),
        (-14, "−14"),
        (0.0161, "0.0161"),
        (123456.0, "1.235e+05"),
        ("nan", "nan"),
        ("inf", "∞"),
        ("-inf", "−∞"),
        (True, "True"),
        ("?", "?"),
    ],
)
def test_number_is_written_for_people(value: Json, text: str) -> None:
    assert matrices.number(value) == text


@given(some.floats())
def test_every_float_has_a_text(value: float) -> None:
    assert matrices.number(value)


@pytest.mark.parametrize(("name", "kind"), [("X", ""), ("K", "k"), ("W2", "k"), ("Y", "y"), ("other", "")])
def test_matrix_takes_the_colour_of_its_name(name: str, kind: str) -> None:
    assert matrices.kind_of(name) == kind


# ---------- blocks in texts ----------


def test_block_becomes_matrices_between_its_texts() -> None:
    parts = list(matrices.split('before\n\n```matrix\n{"X": [[1, 2]], "K": [[3]]}\n```\n\nafter'))
    assert [words for words, _ in parts] == ["before", "", "after"]
    assert cells(str(parts[1][1]), "K") == ["3"]


@pytest.mark.parametrize("body", ["not json", "[1, 2]", '{"X": 5', "{"])
def test_block_that_cannot_be_read_stays_text(body: str) -> None:
    text = f"before\n\n```matrix\n{body}\n```"
    assert list(matrices.split(text)) == [(text, None)]


def test_tensor_of_three_dimensions_is_drawn_slice_by_slice() -> None:
    html = matrices.named({"X": [[[1]], [[2]]]})
    assert (cells(html, "X[0]"), cells(html, "X[1]")) == (["1"], ["2"])


# ---------- expected, got, difference ----------


def test_difference_names_the_first_wrong_cell() -> None:
    html = matrices.difference(matrix([[19.0, 25.0]]), matrix([[19.0, 11.0]]))
    assert "First difference at  Y[0, 1] : you got  11 , expected  25 ." in text_of(html)


def test_difference_shows_signed_gaps_and_zeros() -> None:
    html = matrices.difference(matrix([[1.0, 2.0]]), matrix([[1.0, 5.0]]))
    assert cells(html, "Difference") == ["0", "+3"]


def test_wrong_cells_are_dashed_and_the_first_one_framed() -> None:
    html = matrices.difference(matrix([[1.0, 2.0]]), matrix([[0.0, 5.0]]))
    assert "class='w f'>0<" in html and "class='w'>5<" in html and "class='e'>1<" in html


def test_vector_has_one_index() -> None:
    html = matrices.difference(matrix([1.0, 2.0]), matrix([1.0, 3.0]))
    assert "Y[1]" in html


def test_number_has_no_index() -> None:
    html = matrices.difference(Matrix((), "float", 2.0), Matrix((), "float", 3.0))
    assert "First difference at  Y :" in text_of(html)


def test_first_wrong_slice_of_a_deep_tensor_is_shown() -> None:
    html = matrices.difference(matrix([[[1.0]], [[2.0]]]), matrix([[[1.0]], [[9.0]]]))
    assert "Y[1, 0, 0]" in html and cells(html, "Got") == ["9"]


def test_large_matrix_is_cropped_around_the_first_difference() -> None:
    expected = [[0.0] * 20 for _ in range(20)]
    got = [row[:] for row in expected]
    got[12][15] = 1.0
    html = matrices.difference(matrix(expected), matrix(got))
    assert len(cells(html, "Got")) == matrices.WINDOW**2
    assert "Shown are rows 9 to 14 and columns 12 to 17." in html


@given(some.integers(1, 30), some.integers(1, 30), some.data())
def test_cropped_window_always_holds_the_cell(height: int, width: int, data: some.DataObject) -> None:
    at = data.draw(some.tuples(some.integers(0, height - 1), some.integers(0, width - 1)))
    crop = matrices.Crop.around(at, (height, width))
    i, j = crop.inside(at)
    assert 0 <= i < crop.height and 0 <= j < crop.width
    assert crop.top >= 0 and crop.top + crop.height <= height
    assert crop.left >= 0 and crop.left + crop.width <= width


def test_count_of_the_judge_decides_which_cells_are_wrong() -> None:
    expected, got = matrix([[1.0, 1.0, 1.0]]), matrix([[1.5, 1.001, 1.0]])
    assert matrices.difference(expected, got, count=1).count("class='w") == 2  # in Got and in Difference
    assert matrices.difference(expected, got).count("class='w") == 4


def test_numbers_that_look_alike_get_more_digits() -> None:
    html = matrices.difference(matrix([[1.00001]]), matrix([[1.00002]]), tolerance=1e-7)
    assert "you got  1.00002 , expected  1.00001" in text_of(html)


def test_nan_where_nan_is_expected_is_no_difference() -> None:
    assert not matrices.difference(matrix([["nan"]]), matrix([["nan"]]))


def test_nan_where_a_number_is_expected_is_one() -> None:
    assert cells(matrices.difference(matrix([[1.0]]), matrix([["nan"]])), "Difference") == ["–"]


def test_other_shapes_stand_side_by_side_without_difference() -> None:
    html = matrices.difference(matrix([[1.0, 2.0]]), matrix([[1.0]]))
    assert "Expected" in html and "Got" in html and "Difference" not in html


@pytest.mark.parametrize("values", [None, [], [[]]])
def test_what_cannot_be_drawn_draws_nothing(values: Json) -> None:
    shape = (0, 3) if values == [] else (1, 0) if values else (900, 900)
    assert matrices.difference(Matrix(shape, "float32", values), Matrix(shape, "float32", values)) == ""


# ---------- markup ----------


@pytest.mark.parametrize("bad", ["<b>", "&lt;", "'", '"', "\x1b[2J", "\u202e", "\x00"])
def test_escaped_text_holds_no_markup_and_no_controls(bad: str) -> None:
    assert not set(escape(f"a{bad}c")) & set("<>'\"\x1b\u202e\x00")


def test_emphasis_becomes_tags() -> None:
    assert emphasise(Html("a **b** `c`")) == "a <b>b</b> <code>c</code>"


@pytest.mark.parametrize("lang", LANGS)
def test_arguments_of_a_sentence_are_escaped(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speak, "lang", lambda: lang)
    assert "<img" not in speak.h("matrix.first", where="<img>", got="<img>", expected="**x**")
