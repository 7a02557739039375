"""One submission of code → verdict: points, partial credit, what waits, what is hidden, what is told when."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import torch
from judge_world import RIGHT, Here, check, content, grade, mistake

from grader.authoring import (
    Case,
    Finding,
    book_image,
    book_kernel,
    conv2d,
    gradients,
    in_float64,
    no_autograd,
    no_convolution,
    no_unfold,
    products,
    property_of,
    property_of_all,
    random_pairs,
    transposed,
    unchanged,
    vectorized,
    with_integers,
)
from grader.model import CheckResult, Mode, Outcome, Verdict
from grader.words import catalogue, say

EXAMPLE, RANDOM = check("example", 2), check("random", 3, hidden=True)
WORKED = Case(book_image(), book_kernel(), name="worked")
VALUES: dict[Any, Any] = {EXAMPLE: [WORKED], RANDOM: random_pairs(4)}
FLIPPED = RIGHT.replace("* K)", "* K.flip(0, 1))")
BOOK = """def f(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
"""

SMALL_AND_LARGE = [Case(torch.randn(6, 7), torch.randn(2, 3)), Case(torch.randn(24, 31), torch.randn(2, 3))]
SHIFTS = """def f(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[a, b] * X[a:a + H, b:b + W] for a in range(h) for b in range(w))
"""
WINDOWS = """def f(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    return (F.unfold(X[None, None], (h, w))[0].t() @ K.reshape(-1)).reshape(H, W)
"""


def graded(source: str, on: dict[Any, Any], **options: Any) -> Verdict:
    return grade(content(on, reference=conv2d), source, **options)


def lines(verdict: Verdict) -> dict[str, tuple[str, str | None]]:
    """Check → outcome and message code; each code has words."""
    assert all(c.message is None or c.message.code in catalogue() for c in verdict.checks)
    return {c.id: (c.outcome.value, c.message.code if c.message else None) for c in verdict.checks}


def test_a_right_answer_has_all_points() -> None:
    verdict = graded(RIGHT, VALUES)
    assert (verdict.passed, verdict.outcome, verdict.score, verdict.max_score) == (True, Outcome.PASSED, 5, 5)


def test_points_of_right_checks_are_kept() -> None:
    only_book = "def f(X, K):\n    return torch.tensor([[19.0, 25.0], [37.0, 43.0]])\n"
    verdict = graded(only_book, VALUES)
    assert (verdict.passed, verdict.score) == (False, 2)


def test_an_advisory_check_costs_its_points_only() -> None:
    verdict = graded(BOOK, {**VALUES, check("float64", 1, required=False): in_float64(random_pairs(2))})
    assert (verdict.passed, verdict.score, verdict.max_score) == (True, 5, 6)


@pytest.mark.parametrize(
    ("on", "source", "line"),
    [
        (unchanged([WORKED]), RIGHT.replace("return", "X += 1; return"), ("failed", "rule.changed")),
        (unchanged([WORKED]), FLIPPED, ("skipped", "skipped.values")),
        (unchanged([WORKED]), "def f(X, K):\n    X[0, 0] = 9; return X.flip(0)[:2, :2]\n", ("failed", "rule.changed")),
        (no_convolution([WORKED]), "def f(X, K):\n    return F.conv2d(X[None, None], K[None, None])[0, 0]\n", ("failed", "rule.convolution")),
        (no_convolution([WORKED]), RIGHT, ("passed", None)),
        (no_convolution([WORKED]), FLIPPED, ("skipped", "skipped.values")),
        (products(exactly=1, on=WORKED), RIGHT, ("failed", "rule.products.none")),
        (products(exactly=1, on=WORKED), "def f(X, K):\n    (X @ X) @ X\n    return X[:2, :2]\n", ("failed", "rule.products")),
        (products(exactly=1, on=WORKED), "def f(X, K):\n    return (X @ X)[:2, :2]\n", ("skipped", "skipped.values")),
        (products(exactly=1, on=WORKED), "def f(X, K):\n    pass\n", ("failed", "type.none")),
        (products(exactly=1, on=WORKED), RIGHT.replace("return", "X @ X; return"), ("failed", "rule.products.beside")),
        (products(exactly=1, on=WORKED), RIGHT.replace("return", "return torch.eye(2) @"), ("failed", "rule.products.beside")),
        (products(exactly=1, on=WORKED), "def f(X, K):\n    return torch.einsum('abcd,cd', X.unfold(0, 2, 1).unfold(1, 2, 1), K)\n", ("passed", None)),
        (no_unfold([WORKED]), WINDOWS, ("failed", "rule.unfold")),
        (no_unfold([WORKED]), WINDOWS.replace("F.unfold(X[None, None], (h, w))", "nn.Unfold((h, w))(X[None, None])"), ("failed", "rule.unfold")),
        (no_unfold([WORKED]), RIGHT, ("passed", None)),
        (no_unfold([WORKED]), FLIPPED, ("skipped", "skipped.values")),
        (vectorized(SMALL_AND_LARGE), RIGHT, ("passed", None)),
        (vectorized(SMALL_AND_LARGE), SHIFTS, ("passed", None)),
        (vectorized(SMALL_AND_LARGE), WINDOWS, ("passed", None)),
        (vectorized(SMALL_AND_LARGE), BOOK, ("failed", "rule.vectorized")),
        (vectorized(SMALL_AND_LARGE), FLIPPED, ("skipped", "skipped.values")),
        (vectorized(SMALL_AND_LARGE), "def f(X, K):\n    pass\n", ("failed", "type.none")),
        (gradients([WORKED]), RIGHT, ("passed", None)),
        (gradients([WORKED]), RIGHT + "g = f\ndef f(X, K):\n    return g(X.detach(), K.detach())\n", ("failed", "gradient.cut")),
        (gradients([WORKED]), RIGHT + "g = f\ndef f(X, K):\n    return g(X, K.detach())\n", ("failed", "gradient.none")),
        (gradients([WORKED]), RIGHT + "g = f\ndef f(X, K):\n    return g(X, K) + g(X.detach(), K) - g(X, K).detach()\n", ("failed", "gradient.values")),
        (gradients([WORKED]), FLIPPED, ("skipped", "skipped.values")),
        (in_float64(random_pairs(2)), BOOK, ("failed", "dtype.double")),
        (in_float64(random_pairs(2)), RIGHT + "g = f\ndef f(X, K):\n    return g(X.float(), K.float()).double()\n", ("failed", "values.precision")),
        (in_float64(random_pairs(2)), RIGHT + "g = f\ndef f(X, K):\n    return g(X.float().double(), K)\n", ("failed", "values.precision")),
        (in_float64(random_pairs(2)), RIGHT, ("passed", None)),
        (with_integers(random_pairs(2)), BOOK, ("passed", None)),
        (with_integers(random_pairs(2)), RIGHT, ("passed", None)),
        (with_integers(random_pairs(2)), FLIPPED, ("skipped", "skipped.values")),
        (with_integers(random_pairs(2)), RIGHT + "g = f\ndef f(X, K):\n    return g(X, K) + (not X.is_floating_point())\n", ("failed", "values")),
        (transposed([WORKED]), RIGHT, ("passed", None)),
        (transposed([WORKED]), RIGHT.replace("(X.", "(X.view(-1).view(X.shape)."), ("error", "error.raised")),
        (random_pairs(2).transposed(), RIGHT.replace("(X.", "(X.view(-1).view(X.shape)."), ("error", "error.raised")),
    ],
)  # fmt: skip
def test_each_family_says_what_it_is_for(on: Any, source: str, line: tuple[str, str | None]) -> None:
    assert lines(graded(source, {**VALUES, check("rule"): on}))["rule"] == line


AS_LISTS = """
def f(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    X, K = READ, K.tolist()
    return torch.tensor([[sum(X[i + a][j + b] * K[a][b] for a in range(h) for b in range(w)) for j in range(W)] for i in range(H)])
"""


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("def f(X, K):\n    h, w = K.shape\n    return torch.stack([torch.stack([(x[:, j:j + w] * K).sum() for j in range(X.shape[1] - w + 1)]) for x in X.unfold(0, h, 1).transpose(1, 2)])", "rule.vectorized"),
        ("def f(X, K):\n    h, w = K.shape\n    return torch.stack(list((X[i:i + h].unfold(1, w, 1) * K[:, None]).sum((0, 2)) for i in range(X.shape[0] - h + 1)))", "rule.vectorized"),
        ("def rows(X, K):\n    row = (X[:K.shape[0]].unfold(1, K.shape[1], 1) * K[:, None]).sum((0, 2))[None]\n    return row if len(X) == len(K) else torch.cat([row, rows(X[1:], K)])\ndef f(X, K):\n    return rows(X, K)", "rule.vectorized"),
        (AS_LISTS.replace("READ", "X.tolist()"), "rule.vectorized.read"),
        (AS_LISTS.replace("READ", "X.data.numpy()"), "rule.vectorized.read"),
        # Text of a submission, graded in a cell: numbers that leave torch as a string and come back through eval.
        (AS_LISTS.replace("READ", "eval(repr(X.reshape(-1, X.shape[1]).double()).replace('tensor(', '(').replace('dtype=torch.float64', ''))[0]"), "rule.vectorized.read"),
        (AS_LISTS.replace("READ", "[[x.item() for x in row] for row in X]"), "rule.vectorized"),
        (AS_LISTS.replace("READ", "[list(map(float, row)) for row in X]"), "rule.vectorized"),
    ],
)  # fmt: skip
def test_work_that_grows_with_the_image_is_found_however_it_is_written(source: str, code: str) -> None:
    torch.set_printoptions(profile="full", precision=9)
    try:
        verdict = graded(source, {**VALUES, check("rule"): vectorized(SMALL_AND_LARGE)})
    finally:
        torch.set_printoptions(profile="default", precision=4)
    assert lines(verdict)["rule"] == ("failed", code)


def test_a_loop_over_the_kernel_in_python_numbers_is_vectorized() -> None:
    numbers = SHIFTS.replace("K[a, b] *", "K.tolist()[a][b] *")
    assert graded(numbers, {**VALUES, check("rule"): vectorized(SMALL_AND_LARGE)}).passed


def test_a_few_operations_more_on_a_larger_image_are_no_growth() -> None:
    by_size = SHIFTS.replace("    return", "    X = X.t().contiguous().t().contiguous() if H > 9 else X\n    return")
    assert graded(by_size, {**VALUES, check("rule"): vectorized(SMALL_AND_LARGE)}).passed


def test_growth_is_said_with_both_counts_and_sizes() -> None:
    message = graded(BOOK, {**VALUES, check("rule"): vectorized(SMALL_AND_LARGE)}).checks[-1].message
    assert message is not None
    assert re.match(r"\d+ tensor operations ran for 6×7, but \d+ for 24×31\.", say(message, "en"))


@pytest.mark.parametrize(
    "end",
    [
        "out.backward(K)\n    return K0.grad",
        "return torch.autograd.grad(out, K0, K)[0]",
        "return torch.func.vjp(lambda k: k * K, K0)[1](torch.ones_like(K))[0]",
        "return torch.func.grad(lambda k: (k * K).sum())(K0)",
        "return torch.autograd.functional.jvp(lambda k: k * K, K0, torch.ones_like(K))[1]",
        "return torch.autograd.functional.jacobian(lambda k: (k * K).sum(), K0)",
    ],
)
def test_autograd_is_found_however_it_is_asked(end: str) -> None:
    source = f"def f(K):\n    K0 = torch.zeros_like(K, requires_grad=True)\n    out = K0 * 1\n    {end}\n"
    ones = {check("example"): [Case([[1, 2]])], check("rule"): no_autograd(Case([[1, 2]]))}
    verdict = grade(content(ones, reference=lambda K: K.double()), source)
    assert lines(verdict) == {"example": ("passed", None), "rule": ("failed", "rule.autograd")}


@pytest.mark.filterwarnings("ignore:.torch.jit.script.:DeprecationWarning")
def test_forward_mode_is_autograd_too() -> None:
    source = "def f(K):\n    return torch.func.jvp(lambda k: k * K, (0 * K,), (torch.ones_like(K),))[1]\n"
    rules = {check("rule"): no_autograd(Case([[1, 2]]))}
    assert lines(grade(content(rules, reference=lambda K: K.double()), source)) == {"rule": ("failed", "rule.autograd")}


def test_a_program_without_autograd_passes_its_rule() -> None:
    assert graded(RIGHT, {**VALUES, check("rule"): no_autograd(random_pairs(2))}).passed


def test_a_rule_with_wrong_values_earns_nothing() -> None:
    zeros = "def f(X, K):\n    return X.new_zeros(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)\n"
    rules = {check("a"): unchanged([WORKED]), check("b"): no_convolution([WORKED])}
    assert graded(zeros, {**VALUES, **rules}).score == 0


def test_a_convolution_in_any_case_is_found() -> None:
    class Facade(Here):
        """Notes names, as the facade in a cell does, in one hidden case only."""

        def run(self, job: Any, on_case: Any = None, on_progress: Any = None) -> Any:
            ran = super().run(job, on_case)
            return replace(ran, cases=(*ran.cases[:2], replace(ran.cases[2], ops={"conv2d": 1}), *ran.cases[3:]))

    verdict = graded(RIGHT, {**VALUES, check("rule"): no_convolution([WORKED])}, pool=Facade())
    assert lines(verdict)["rule"] == ("failed", "rule.convolution")


# ---------- properties ----------


def is_odd(value: Any, n: int) -> Finding | None:
    return None if value % 2 else Finding("even", n=n)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def f(n):\n    return 3.0\n", ("passed", None)),
        ("def f(n):\n    return torch.tensor(5.0)\n", ("passed", None)),
        ("def f(n):\n    return 4.0\n", ("failed", "exercise.even")),
        ("def f(n):\n    return True\n", ("failed", "type.number")),
        ("def f(n):\n    return float('nan')\n", ("failed", "finite.scalar")),
        ("def f(n):\n    pass\n", ("failed", "type.none")),
    ],
)
def test_a_property_of_a_number(source: str, line: tuple[str, str | None]) -> None:
    verdict = grade(content({check("odd"): property_of(is_odd, on=Case(1), returns="number")}), source)
    assert {c.id: (c.outcome.value, c.message and c.message.code) for c in verdict.checks} == {"odd": line}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("def f(n):\n    return torch.ones(n, n)\n", None),
        ("def f(n):\n    return torch.ones(n, n + 1)\n", "shape"),
        ("def f(n):\n    return torch.ones(n, n).long()\n", "dtype"),
        ("def f(n):\n    return torch.ones(n, n) / 0\n", "finite"),
        ("def f(n):\n    return [[1.0] * n] * n\n", "type.list"),
        ("def f(n):\n    return torch.ones(n, n).bfloat16()\n", "type.kind"),
        ("def f(n):\n    return torch.ones(n, n).to_sparse()\n", "type.kind"),
        ("def f(n):\n    return torch.ones(9, 9, 9, 9, 9, 9, 9)\n", "type.large"),
    ],
)
def test_a_property_gets_a_finite_float_tensor_of_its_shape(source: str, code: str | None) -> None:
    asked = property_of(lambda X, n: None, on=Case(2), shape=lambda n: (n, n))
    (line,) = grade(content({check("square"): asked}), source).checks
    assert (line.message.code if line.message else None) == code


def test_a_property_of_all_cases_sees_them_together() -> None:
    asked = property_of_all(
        lambda a, _: Finding("same") if a[0] == a[1] else None, on=[Case(1), Case(2)], returns="number"
    )
    known = content({check("differ"): asked})
    assert [grade(known, f"def f(n):\n    return {v}\n").passed for v in ("n + 0.5", "7.0")] == [True, False]


# ---------- endings ----------


@pytest.mark.parametrize(
    ("ran", "outcome"),
    [("timeout", Outcome.TIMEOUT), ("memory", Outcome.MEMORY), ("crashed", Outcome.ERROR), ("garbled", Outcome.ERROR)],
)
def test_a_case_that_is_stopped_costs_its_check(ran: str, outcome: Outcome) -> None:
    source = RIGHT + f"g = f\ndef f(X, K):\n    if X.shape != (3, 3): raise Ended({ran!r})\n    return g(X, K)\n"
    verdict = graded(source, VALUES)
    assert (verdict.score, verdict.outcome, lines(verdict)["random"]) == (2, outcome, (outcome.value, f"stopped.{ran}"))


def test_a_timeout_tells_the_limit_and_the_time_of_the_model_answer() -> None:
    verdict = graded("def f(X, K):\n    raise Ended('timeout')\n", VALUES)
    message = verdict.checks[0].message
    assert message and dict(message.args) == {"limit": 2.0, "model": 0.01}


def test_an_exception_is_told_with_its_line_and_source() -> None:
    message = graded("def f(X, K):\n    return X[7]\n", VALUES).checks[0].message
    assert message and say(message, "en").startswith(
        "Your code raised IndexError on line 3 (return secret(X)): index 7 is out"
    )


@pytest.mark.parametrize("raising", ["assert X is None", "raise NotImplementedError"])
def test_an_exception_without_text_ends_its_sentence(raising: str) -> None:
    message = graded(f"def f(X, K):\n    {raising}\n", VALUES).checks[0].message
    assert message and re.search(r"Error on line 3 \(return secret\(X\)\)\.$", say(message, "en"))


def test_a_tuple_is_not_called_a_list() -> None:
    message = graded("def f(X, K):\n    return X, K\n", VALUES).checks[0].message
    assert message and "a list or tuple of length 2." in say(message, "en")


def test_a_call_that_waited_is_not_said_to_have_computed() -> None:
    class Slow(Here):
        """Six seconds by the clock, hardly any of computing."""

        def run(self, job: Any, on_case: Any = None, on_progress: Any = None) -> Any:
            ran = super().run(job, on_case)
            return replace(ran, cases=tuple(replace(run, cpu_ms=40.0, wall_ms=6010.0) for run in ran.cases))

    message = graded("def f(X, K):\n    raise Ended('timeout')\n", VALUES, pool=Slow()).checks[0].message
    assert message and say(message, "en").startswith("Stopped after 6 s, of which your code computed for only 0.04 s.")


@pytest.mark.parametrize("args", [(), (True,)])
def test_a_call_without_arguments_worth_telling_has_no_name(args: tuple[Any, ...]) -> None:
    asked = property_of(lambda *_: Finding("odd"), on=Case(*args))
    (line,) = grade(content({check("any"): asked}), "def f(*args):\n    return torch.ones(1)\n").checks
    assert line.message and line.case is None


def test_numbers_are_not_told_as_a_shape() -> None:
    asked = property_of(lambda *_: Finding("odd"), on=Case(2, 3))
    (line,) = grade(content({check("any"): asked}), "def f(*args):\n    return torch.ones(1)\n").checks
    assert line.case and say(line.case, "en") == "the arguments 2, 3"


def test_of_a_wrong_dtype_nothing_is_said_of_the_shape() -> None:
    asked = property_of(lambda *_: None, on=Case(2))
    (line,) = grade(content({check("any"): asked}), "def f(n):\n    return torch.ones(n).long()\n").checks
    assert line.message and say(line.message, "en").startswith("The values are int64, but float32 or float64")


def test_a_rule_against_convolution_says_no_more_than_that() -> None:
    on = {**VALUES, check("rule"): no_convolution([WORKED])}
    message = graded("def f(X, K):\n    return F.conv2d(X[None, None], K[None, None])[0, 0]\n", on).checks[2].message
    assert (
        message
        and say(message, "en") == "A built-in convolution ran (convolution), which is not allowed in this exercise."
    )


def test_of_a_hidden_exception_a_fixed_text_of_torch_is_told() -> None:
    on = {**VALUES, check("rule", hidden=True): gradients(random_pairs(2))}
    message = graded(RIGHT.replace("return", "X *= 1; return"), on).checks[2].message
    assert message and "a leaf Variable that requires grad is being used" in say(message, "en")


def test_a_file_that_does_not_load_is_said_once() -> None:
    verdict = graded("import nowhere\n", VALUES)
    assert verdict.outcome is Outcome.ERROR and verdict.message and verdict.line == 1
    assert [c.message for c in verdict.checks] == [None, None]


# ---------- hidden, run, told ----------


@pytest.mark.parametrize(
    "source",
    [
        FLIPPED,
        "def f(X, K):\n    return X\n",
        "def f(X, K):\n    return X.long()[:1]\n",
        "def f(X, K):\n    return X / 0\n",
        "def f(X, K):\n    return X.tolist()\n",
        "def f(X, K):\n    raise ValueError(str(X.tolist()))\n",
        RIGHT.replace("return", "X += 1; return"),
        RIGHT + "g = f\ndef f(X, K):\n    return g(X, K.detach())\n",
    ],
)
def test_a_hidden_check_tells_no_value_in_any_way(source: str) -> None:
    hidden = {
        check(f"h{n}", hidden=True): on
        for n, on in enumerate([random_pairs(3), unchanged(random_pairs(2)), gradients(random_pairs(2))])
    }
    for line in graded(source, {**VALUES, **hidden}).checks:
        if line.hidden:
            assert (line.case, line.expected, line.got, line.inputs) == (None, None, None, ())
            assert not line.message or set(line.message.args) <= {"type", "line"}
            assert not line.message or line.message.code in catalogue()


def test_a_public_check_shows_case_expected_got_and_inputs() -> None:
    line = graded(FLIPPED, VALUES).checks[0]
    assert line.case and line.case.code == "exercise.worked"
    assert line.expected and line.got and (line.expected.values[0][0], line.got.values[0][0]) == (19.0, 5.0)
    assert [matrix.shape for matrix in line.inputs] == [(3, 3), (2, 2)]


def test_a_run_skips_hidden_checks_and_keeps_prints() -> None:
    verdict = graded(RIGHT, VALUES, mode=Mode.RUN)
    assert lines(verdict) == {"example": ("passed", None), "random": ("skipped", None)}
    assert (verdict.passed, verdict.score, verdict.stdout) == (True, 2, "printed")


def test_only_public_cases_print() -> None:
    pool = Here()
    graded(RIGHT, VALUES, pool=pool)
    assert [case.prints for case in pool.jobs[0].cases] == [True, False, False, False, False]


def test_nothing_expected_goes_into_a_cell() -> None:
    pool = Here()
    graded(RIGHT, {**VALUES, check("g"): gradients([WORKED])}, pool=pool)
    assert all(set(case.extra) <= {"weight"} and len(case.args) == 2 for case in pool.jobs[0].cases)


def test_checks_are_told_in_order_once_and_as_in_the_verdict() -> None:
    told: list[CheckResult] = []
    rules = {check("free"): no_convolution([WORKED]), check("same"): unchanged([WORKED])}
    verdict = graded(FLIPPED, {**VALUES, **rules}, on_check=told.append)
    assert sorted(told, key=lambda c: c.id) == sorted(verdict.checks, key=lambda c: c.id)
    assert [c.id for c in told][:2] == ["example", "random"]


def test_other_seeds_give_other_hidden_inputs_and_the_same_verdict() -> None:
    pools = [Here() for _ in range(3)]
    for pool, seed in zip(pools, (1, 1, 2), strict=True):
        assert graded(RIGHT, VALUES, pool=pool, seed=seed).passed
    drawn = [[case.args for case in pool.jobs[0].cases[1:]] for pool in pools]
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_thousand_seeds_never_draw_the_same_inputs() -> None:
    from grader.judge.cases import plan

    known = content(VALUES, reference=conv2d)
    first = {str(plan(known, seed)[1].cell.args) for seed in range(1000)}
    assert len(first) == 1000


def test_the_seed_of_a_cell_does_not_tell_the_seed_of_the_inputs() -> None:
    from grader.judge.cases import plan

    planned = plan(content(VALUES, reference=conv2d), 1)
    assert len({p.cell.seed for p in planned}) == len(planned) and 1 not in {p.cell.seed for p in planned}


def test_a_mistake_is_named_with_the_line_to_look_at() -> None:
    known = content(VALUES, mistake("flipped", FLIPPED, look="flip"), reference=conv2d)
    verdict = grade(known, "# flipping\n" + FLIPPED.replace("f(X", "f(X"))
    assert (verdict.misconception, verdict.misconception_line) == ("flipped", 1)


def test_expected_is_shown_in_the_dtype_that_came_in() -> None:
    found = next(c for c in graded(FLIPPED, VALUES).checks if c.id == "example")
    assert found.expected is not None and found.got is not None
    assert (found.expected.dtype, found.got.dtype) == ("float32", "float32")


def test_each_reference_is_computed_once() -> None:
    asked: list[int] = []

    def counted(X: Any, K: Any) -> Any:
        asked.append(id(X))
        return conv2d(X, K)

    assert grade(content(VALUES, reference=counted), RIGHT).passed
    assert len(asked) == 5


@pytest.mark.parametrize(("source", "notes"), [(RIGHT, ("unfold",)), (BOOK, ())])
def test_another_way_to_be_right_is_noted_where_its_author_looks(source: str, notes: tuple[str, ...]) -> None:
    way = mistake("unfold", RIGHT, accepted=True, look="unfold")
    assert grade(content(VALUES, way, reference=conv2d), source).notes == notes
