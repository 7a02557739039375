"""Which mistake is it? Named by behaviour alone, in whatever style it is written; any other mistake has no name."""

from __future__ import annotations

from typing import Any

import pytest
from judge_world import RIGHT, Here, check, content, grade, mistake

from grader.authoring import (
    Case,
    Finding,
    book_image,
    conv2d,
    gradients,
    in_float64,
    property_of,
    random_pairs,
    transposed,
    unchanged,
)
from grader.catalog import WrongAnswer
from grader.model import Mode

LOOP = """def f(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + {more}, X.shape[1] - w + {more})
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = {value}
    return Y
"""
WINDOW = "X[i:i + h, j:j + w]"


def loop(value: str = f"({WINDOW} * K).sum()", more: int = 1) -> str:
    """The book's way of writing it."""
    return LOOP.format(value=value, more=more)


def wrapped(change: str) -> str:
    """The right answer with something done to what goes in or comes out."""
    return RIGHT + f"g = f\ndef f(X, K):\n    {change}\n"


EXAMPLE, RANDOM, RULE = check("example"), check("random", hidden=True), check("rule", hidden=True)
VALUES: dict[Any, Any] = {EXAMPLE: [Case(book_image(), [[0, 1], [2, 3]])], RANDOM: random_pairs(6)}
FLIPPED = mistake("flipped", loop(f"({WINDOW} * K.flip(0, 1)).sum()"))
MEAN = mistake("mean", loop(f"({WINDOW} * K).mean()"))
SHORT = mistake("short", loop(more=0))
RAISES = mistake("raises", loop(f"({WINDOW} @ K.T @ X).sum()"))
NONE = mistake("none", "def f(X, K):\n    K.sum()\n")
CATALOGUE = (FLIPPED, MEAN, SHORT, NONE)


def named(source: str, *wrong: WrongAnswer, on: dict[Any, Any] | None = None, **options: Any) -> str | None:
    return grade(content(on or VALUES, *(wrong or CATALOGUE), reference=conv2d), source, **options).misconception


@pytest.mark.parametrize("wrong", CATALOGUE, ids=lambda w: w.misconception.id)
def test_a_catalogued_wrong_answer_is_named(wrong: WrongAnswer) -> None:
    assert named(wrong.source) == wrong.misconception.id


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (RIGHT.replace("* K)", "* torch.rot90(K, 2))"), "flipped"),
        (wrapped("return g(X.double(), K.double().flip(0, 1))"), "flipped"),
        (wrapped("return g(X.flip(0, 1), K).flip(0, 1)"), "flipped"),
        (wrapped("return g(X, K) / K.numel()"), "mean"),
        (wrapped("return g(X, K)[:-1, :-1]"), "short"),
        (wrapped("h = g(X, K)"), "none"),
    ],
)
def test_the_same_mistake_in_another_style_is_named(source: str, name: str) -> None:
    assert named(source) == name


@pytest.mark.parametrize(
    "source",
    [
        wrapped("return g(X, K.flip(0))"),
        wrapped("return g(X, K.flip(0, 1)) + 0.01"),
        wrapped("return g(X, K.flip(0, 1)) if X.numel() > 20 else g(X, K)"),
        wrapped("return g(X, K.flip(0, 1)).long()"),
        wrapped("return g(X, K).sum()"),
        wrapped("return g(X, K)[:, 1:]"),
        wrapped("return g(X, K)[1:, 1:]"),
        wrapped("return g(X, K)[1:, 1:] * 0"),
        wrapped("return [g(X, K)]"),
        wrapped("raise ValueError('no idea')"),
        wrapped("return g(X, K) * float('nan')"),
        wrapped("return 'flipped'"),
    ],
)
def test_another_mistake_has_no_name(source: str) -> None:
    assert named(source) is None


@pytest.mark.parametrize("ran", ["timeout", "crashed", "memory", "garbled"])
def test_what_stopped_is_no_evidence(ran: str) -> None:
    stops = f"def f(X, K):\n    raise Ended({ran!r})\n"
    assert named(stops, mistake("stops", stops)) is None


def test_a_right_case_among_wrong_ones_tells_programs_apart() -> None:
    square = wrapped("return g(X, K) if K.shape[0] == K.shape[1] else g(X, K.flip(0, 1))")
    assert named(square, FLIPPED, mistake("square", square)) == "square"


# ---------- exceptions ----------

SAME = "def f(X, K):\n    return X[99]\n"
OTHER = "def f(X, K):\n    return X[77]\n"


def test_exceptions_alone_need_the_same_text_everywhere() -> None:
    assert named(SAME, mistake("index", SAME)) == "index"
    assert named(OTHER, mistake("index", SAME)) is None


def raising(text: str) -> str:
    """Wrong values in one case, an exception in the others."""
    return wrapped(f"if X.shape[0] == 3: return g(X, K) * 2\n    raise ValueError('{text}')")


def test_exceptions_of_one_type_are_enough_beside_equal_wrong_values() -> None:
    assert named(raising("mine"), mistake("raises", raising("theirs"))) == "raises"


# ---------- two that fit ----------


def test_two_that_fit_equally_have_no_name() -> None:
    assert named(FLIPPED.source, FLIPPED, mistake("twin", FLIPPED.source)) is None


def test_two_with_the_same_words_are_one() -> None:
    assert (
        named(FLIPPED.source, mistake("one", FLIPPED.source, "flipped"), mistake("two", FLIPPED.source, "flipped"))
        == "one"
    )


def test_a_number_and_a_tensor_without_axes_are_the_same_value() -> None:
    total = mistake("total", wrapped("return g(X, K).sum().item()"))
    assert named(wrapped("return g(X, K).sum()"), total) == "total"


def test_the_more_specific_of_two_is_named() -> None:
    one, other = raising("one"), raising("other")
    assert named(one, mistake("other", other), mistake("one", one)) == "one"


def test_the_more_specific_may_show_outside_the_value_cases() -> None:
    writes = wrapped("Y = g(X, K.flip(0, 1)); X.zero_(); return Y")
    on = {**VALUES, RULE: unchanged(random_pairs(2))}
    assert named(writes, FLIPPED, mistake("writes", writes), on=on) in ("writes", None)


# ---------- right values ----------

CUT = mistake("cut", wrapped("return g(X.detach(), K.detach())"))
KERNEL = mistake("kernel", wrapped("return g(X, K.detach())"))
WRITES = mistake("writes", wrapped("X += 1; return g(X - 1, K)"))
DTYPE = mistake("dtype", wrapped("return torch.mm(g(X, K), torch.eye(g(X, K).shape[1]))"))
RULES: dict[Any, Any] = {
    **VALUES,
    check("unchanged", hidden=True): unchanged(random_pairs(2)),
    check("gradients", hidden=True): gradients(random_pairs(2)),
    check("double", hidden=True): in_float64(random_pairs(2)),
}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (CUT.source, "cut"),
        (RIGHT.replace("return", "return torch.tensor(").replace("))\n", ")).tolist(), dtype=X.dtype)\n"), "cut"),
        (wrapped("return g(X, K).data"), "cut"),
        (KERNEL.source, "kernel"),
        (wrapped("return g(X, torch.tensor(K.tolist(), dtype=K.dtype))"), "kernel"),
        (WRITES.source, "writes"),
        (wrapped("X.mul_(2); return g(X, K) / 2"), "writes"),
        (DTYPE.source, "dtype"),
        (wrapped("return g(X, K).matmul(torch.eye(g(X, K).shape[1]))"), "dtype"),
        (wrapped("K *= 2; return g(X, K) / 2"), None),
        (wrapped("Y = g(X, K); return Y + (Y - Y.detach())"), None),
        (wrapped("return g(X.float(), K.float())"), None),
    ],
)
def test_with_right_values_the_failing_checks_and_their_words_decide(source: str, name: str | None) -> None:
    assert named(source, CUT, KERNEL, WRITES, DTYPE, FLIPPED, on=RULES) == name


def test_an_accepted_entry_is_a_note_where_its_advisory_check_fails() -> None:
    book = mistake("book", loop(), accepted=True)
    on = {**VALUES, check("double", required=False): in_float64(random_pairs(2))}
    known = content(on, book, FLIPPED, reference=conv2d)
    assert (grade(known, loop()).notes, grade(known, RIGHT).notes) == (("book",), ())


def test_an_accepted_entry_that_fails_an_advisory_check_is_no_note_of_one_that_does_not() -> None:
    book = mistake("book", loop(), accepted=True)
    on = {**VALUES, check("double", required=False): in_float64(random_pairs(2)), RULE: gradients(random_pairs(2))}
    careful = loop().replace("torch.zeros(", "X.new_zeros(")
    assert grade(content(on, book, reference=conv2d), careful).notes == ()


@pytest.mark.parametrize(
    ("value", "notes"), [("torch.ones(3) * 2", ("twos",)), ("torch.ones(3)", ()), ("torch.ones(3) * 3", ())]
)
def test_an_accepted_entry_is_a_note_where_it_returns_what_the_model_answer_does_not(
    value: str, notes: tuple[str, ...]
) -> None:
    def constant(value: str) -> str:
        return f"def f():\n    return {value}\n"

    twos = mistake("twos", constant("torch.full((3,), 2.0)"), accepted=True)
    known = content({check("any"): property_of(lambda _: None)}, twos, solution=constant("torch.ones(3)"))
    assert grade(known, constant(value)).notes == notes


def test_an_accepted_entry_never_names_a_failure() -> None:
    assert named(FLIPPED.source, mistake("fine", FLIPPED.source, accepted=True)) is None


def test_an_advisory_failure_of_another_kind_has_no_note() -> None:
    on = {**VALUES, check("turned", required=False): transposed(random_pairs(2))}
    viewed = RIGHT.replace("(X.", "(X.view(-1).view(X.shape).")
    known = content(on, mistake("view", viewed, accepted=True), reference=conv2d)
    other = wrapped("return g(X, K) if X.is_contiguous() else g(X, K.flip(0, 1))")
    assert (grade(known, viewed).notes, grade(known, other).notes) == (("view",), ())


# ---------- properties ----------


def is_even(value: float) -> Finding | None:
    return Finding("odd", value=value) if value % 2 else None


@pytest.mark.parametrize(
    ("source", "name"),
    [("5.0", "five"), ("4.0 + 1", "five"), ("torch.tensor(5.0)", "five"), ("7.0", None), ("'5'", None)],
)
def test_a_property_says_the_same_with_the_same_numbers(source: str, name: str | None) -> None:
    known = content(
        {check("even"): property_of(is_even, returns="number")}, mistake("five", "def f():\n    return 5.0\n")
    )
    assert grade(known, f"def f():\n    return {source}\n").misconception == name


# ---------- economy ----------


def test_wrong_answers_run_after_a_failure_only() -> None:
    pool = Here()
    named(RIGHT, pool=pool)
    assert len(pool.jobs) == 1


def test_a_run_is_named_by_its_public_cases() -> None:
    assert named(FLIPPED.source, mode=Mode.RUN) == "flipped"


def test_all_wrong_answers_run_together_and_most_of_them_on_few_cases() -> None:
    pool = Here()
    named(FLIPPED.source, pool=pool)
    assert [len(job.cases) for job in pool.jobs] == [7, 3 * len(CATALOGUE), 4]
