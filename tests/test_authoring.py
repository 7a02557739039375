"""The teacher's reference: every example in it runs, and inputs are good sensors."""

import doctest
import inspect
from types import ModuleType

import pytest
import torch

from grader import authoring
from grader.authoring import (
    Case,
    Exercise,
    LeastSquares,
    checks,
    conv2d,
    descent,
    drawn,
    edge_pairs,
    exercise,
    inputs,
    random_pairs,
    training,
)
from grader.errors import ContentError


@pytest.mark.parametrize("module", [authoring, checks, descent, exercise, inputs, training], ids=lambda m: m.__name__)
def test_every_example_of_the_reference_runs(module: ModuleType) -> None:
    result = doctest.testmod(module, extraglobs={**vars(authoring), "torch": torch})
    assert result.attempted and not result.failed


@pytest.mark.parametrize("name", [n for n in authoring.__all__ if n not in ("Curve", "Family")])
def test_every_public_name_has_an_example(name: str) -> None:
    thing = getattr(authoring, name)
    members = [member for _, member in inspect.getmembers(thing, inspect.isfunction)] if inspect.isclass(thing) else []
    assert any(">>>" in (item.__doc__ or "") for item in [thing, *members])


def rng(seed: int = 1) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_same_seed_draws_the_same_cases() -> None:
    first, again = (random_pairs(8).cases(rng(5)) for _ in range(2))
    assert all(torch.equal(a.args[0], b.args[0]) for a, b in zip(first, again, strict=True))


def test_a_thousand_seeds_draw_different_cases() -> None:
    assert len({random_pairs(1).cases(rng(seed))[0].args[0].sum().item() for seed in range(1000)}) > 900


@pytest.mark.parametrize("seed", range(40))
def test_random_pairs_show_swapped_axes(seed: int) -> None:
    shapes = [case.args[1].shape for case in random_pairs(6).cases(rng(seed))]
    assert any(h < w for h, w in shapes) and any(h > w for h, w in shapes)


@pytest.mark.parametrize("seed", range(40))
def test_random_pairs_fit_and_no_image_is_square(seed: int) -> None:
    for case in random_pairs(8).cases(rng(seed)):
        (H, W), (h, w) = case.args[0].shape, case.args[1].shape
        assert h <= H and w <= W and (H != W or W == 1)


@pytest.mark.parametrize("ranges", [((1, 1), (2, 6)), ((3, 3), (3, 3)), ((1, 2), (1, 2)), ((2, 9), (1, 1))])
def test_random_pairs_keep_to_narrow_ranges(ranges: tuple[tuple[int, int], tuple[int, int]]) -> None:
    height, width = ranges
    for case in random_pairs(6, height=height, width=width).cases(rng()):
        H, W = case.args[0].shape
        assert height[0] <= H <= height[1] and width[0] <= W <= width[1] and conv2d(*case.args).numel()


def test_edge_pairs_have_a_kernel_as_large_as_the_image() -> None:
    assert any(case.args[0].shape == case.args[1].shape for case in edge_pairs().cases(rng()))


def test_derived_draws_change_dtype_and_memory_only() -> None:
    draw = random_pairs(2)
    plain, whole, double, turned = (
        drawn(d, rng(3)) for d in (draw, draw.integers(), draw.float64(), draw.transposed())
    )
    assert whole[0].args[0].dtype == torch.int64
    assert torch.equal(double[1].args[1].float(), plain[1].args[1])
    assert all(case.transposed for case in turned)


def test_a_single_case_is_a_list_of_one() -> None:
    assert len(drawn(Case([[1, 2]]), rng())) == 1


@pytest.mark.parametrize("make", [lambda: Exercise(), lambda: Exercise(answer="b", checks={"a": Case(1)})])
def test_an_exercise_without_checks_or_with_both_is_refused(make: object) -> None:
    with pytest.raises(ContentError, match="exactly one"):
        make()  # type: ignore[operator]


def edge_problem(bias: bool) -> LeastSquares:
    X = authoring.stripes()
    return LeastSquares(X, conv2d(X, torch.tensor([[1.0, -1.0]])) + 0.5 * bias, 1, 2, bias=bias)


@pytest.mark.parametrize(("bias", "critical"), [(False, 2 / 60), (True, 0.016089)])
def test_critical_rate_of_the_book_image(bias: bool, critical: float) -> None:
    assert edge_problem(bias).critical_lr == pytest.approx(critical, abs=1e-6)


def test_best_parameters_have_no_loss_and_no_gradient() -> None:
    problem = edge_problem(True)
    assert problem.best.tolist() == pytest.approx([1, -1, 0.5])
    assert problem.gradient(problem.best).abs().max() < 1e-9


@pytest.mark.parametrize(("lr", "falls"), [(0.0333, True), (0.0334, False)])
def test_descent_falls_below_the_critical_rate_only(lr: float, falls: bool) -> None:
    problem = edge_problem(False)
    path = problem.descend(torch.tensor([0.3, 0.8]), lr, 2000)
    assert (problem.loss(path[-1]) < problem.loss(path[0])) is falls
