"""What counts as correct for learn-kernel. The judge knows every weight on the way, so it believes no number."""

import math

import torch

from grader.authoring import (
    Case,
    Curve,
    Exercise,
    Finding,
    LeastSquares,
    all_follow,
    conv2d,
    draw,
    follows,
    noise,
    property_of,
    stripes,
)

EDGES = torch.tensor([[1.0, -1.0]])
STEPS = 25
NEAR = 0.05


# ---------- inputs ----------


def target(X, K):
    return conv2d(X, K).float()


def seed_of(rng):
    return int(torch.randint(1 << 31, (), generator=rng))


def edges(rng):
    """The book's image, on a path of few steps that can be drawn."""
    X = stripes(6, 8)
    return [Case(X, target(X, EDGES), 1, 2, 0.03, STEPS, seed_of(rng), name="edges")]


def roomy(rng, height, width, h, w):
    """An image whose bowl is not too narrow, and a rate at which every direction shrinks."""
    while True:
        X, K = noise(rng, height, width), noise(rng, h, w)
        low, *_, high = torch.linalg.eigvalsh(LeastSquares(X, target(X, K), h, w).hessian).tolist()
        if high < 25 * low:
            return X, K, round(1.7 / (low + high), 6), math.ceil(8 / (1.7 / (low + high) * low))


def fresh_path(rng):
    X, K, lr, _ = roomy(rng, 5, 8, 2, 2)
    return [Case(X, target(X, K), 2, 2, lr, 10, seed_of(rng), name="fresh")]


def fresh_kernel(rng):
    X, K, lr, steps = roomy(rng, 7, 9, 2, 3)
    return [Case(X, target(X, K), 2, 3, lr, steps)]


# ---------- reading what came back ----------


def kernel_in(value, h, w):
    if not isinstance(value, torch.Tensor) or value.dtype != torch.float64 or tuple(value.shape) != (h, w):
        shape = list(value.shape) if isinstance(value, torch.Tensor) else type(value).__name__
        return Finding("kernel-form", expected=[h, w], got=shape)
    return value


def pair_in(value):
    if isinstance(value, list) and len(value) == 2:
        return value
    return Finding("pair", got="None" if value is None else type(value).__name__)


def losses_in(losses, steps):
    """One finite or infinite float a step, or the Finding."""
    if not isinstance(losses, list):
        return Finding("pair", got=f"{type(losses).__name__.lower()} in place of the list")
    for k, loss in enumerate(losses):
        if not isinstance(loss, float):
            return Finding("floats", k=k, got=type(loss).__name__.lower())
    return losses if len(losses) == steps else Finding("count", expected=steps, got=len(losses))


def path_in(output, h, w, steps):
    """The weights before each step and after the last (steps + 1, h·w) and the last run's losses, or the Finding."""
    runs = output.get("runs") if isinstance(output, dict) else None
    if not isinstance(runs, list) or len(runs) != steps + 1:
        return Finding("pair", got="nothing that can be read")
    kernels = []
    for run in [*output["runs"], output.get("again")]:
        pair = pair_in(run)
        kernel = pair if isinstance(pair, Finding) else kernel_in(pair[0], h, w)
        if isinstance(kernel, Finding):
            return kernel
        kernels.append(kernel.reshape(-1))
    if not torch.allclose(kernels[0], kernels[-1], atol=1e-6, equal_nan=True):
        return Finding("not-fresh")
    return torch.stack(kernels[:-1]), output["runs"][-1][1]


# ---------- checks ----------


def near_target(output, X, Y, h, w, lr, steps):
    pair = pair_in(output)
    kernel = pair if isinstance(pair, Finding) else kernel_in(pair[0], h, w)
    if isinstance(kernel, Finding):
        return kernel
    if not torch.isfinite(kernel).all():
        return Finding("not-finite", k=steps)
    best = LeastSquares(X, Y, h, w).best.reshape(h, w)
    if (kernel - best).abs().max() <= NEAR:
        return None
    return Finding("far", steps=steps, kernel=written(kernel), target=written(best))


def written(kernel):
    rows = (", ".join(f"{0 if abs(v) < 5e-4 else v:.3g}".replace("-", "−") for v in row) for row in kernel.tolist())
    return "[" + ", ".join(f"[{row}]" for row in rows) + "]"


def is_near(got, expected, scale):
    return abs(got - expected) <= 1e-3 * abs(expected) + 1e-5 * scale


def starts_at_end(problem, start):
    """No start is there by luck: a curve of zeros is no record of learning."""
    return problem.loss(start) < 1e-6 * problem.loss(torch.zeros_like(start))


def losses_are_true(output, X, Y, h, w, lr, steps, seed):
    """The recorded losses, recomputed from the weights."""
    path = path_in(output, h, w, steps)
    if isinstance(path, Finding):
        return path
    losses = losses_in(path[1], steps)
    if isinstance(losses, Finding):
        return losses
    problem = LeastSquares(X, Y, h, w)
    true = [problem.loss(weights) for weights in path[0][:-1]]
    if not torch.isfinite(path[0][0]).all():
        return Finding("not-finite-start")
    if starts_at_end(problem, path[0][0]):
        return Finding("starts-at-end")
    for k, (got, expected) in enumerate(zip(losses, true)):
        if not math.isfinite(expected) or expected > 1e20:
            break
        if math.isnan(got):
            return Finding("loss-nan", k=k, expected=expected)
        if not is_near(got, expected, 1 + true[0]):
            return Finding("loss", k=k, got=got, expected=expected)
    return None


def steps_are_descent(output, X, Y, h, w, lr, steps, seed):
    """Each step is −lr times the gradient of the sum, as far as float32 can tell."""
    path = path_in(output, h, w, steps)
    if isinstance(path, Finding):
        return path
    problem = LeastSquares(X, Y, h, w)
    if not torch.isfinite(path[0][0]).all():
        return Finding("not-finite-start")
    if starts_at_end(problem, path[0][0]):
        return Finding("starts-at-end")
    for k, (now, then) in enumerate(zip(path[0], path[0][1:])):
        if not torch.isfinite(then).all():
            return Finding("not-finite", k=k + 1)
        wanted, moved = -lr * problem.gradient(now), then - now
        if follows(moved, wanted, now):
            continue
        ratio = float(moved @ wanted / (wanted @ wanted).clamp(min=1e-30))
        along = (moved - ratio * wanted).norm() < 0.01 * moved.norm() + 1e-6
        return Finding("step", k=k + 1, ratio=ratio) if along else Finding("step-other", k=k + 1)
    return None


# ---------- the name of the mistake, by physics ----------


def seen(report):
    """The book image's problem, rate, weights and losses; None where they cannot be read."""
    (case,), (output,) = report.cases["curve"], report.outputs["curve"]
    X, Y, h, w, lr, steps, _ = case.args
    path = path_in(output, h, w, steps)
    if isinstance(path, Finding) or not torch.isfinite(path[0][:4]).all():
        return None
    return LeastSquares(X, Y, h, w), lr, path[0], path[1]


def diagnose(report):
    found = seen(report)
    if found is None:
        return None
    problem, lr, weights, losses = found
    if torch.equal(weights, weights[:1].expand_as(weights)):
        if torch.allclose(weights[0], problem.best, atol=1e-3):
            return "hardcoded" if is_edges_everywhere(report) else None
        return "never-moves" if rests(losses, len(weights) - 1) else None
    used = weights[:9]
    slopes = torch.stack([problem.gradient(point) for point in used[:-1]])
    moves = used[1:] - used[:-1]
    if all_follow(moves, -lr * slopes, used):
        return of_record(problem, lr, weights, losses)
    return of_steps(problem, lr, used, slopes, moves)


def is_edges_everywhere(report):
    """Whether a kernel of the numbers −1, 0 and 1 comes back for data that were drawn, too."""
    (output,) = report.outputs["sum-loss"]
    if not isinstance(output, dict):
        return False
    kernels = [run[0] for run in output.get("runs", []) if isinstance(run, list) and len(run) == 2]
    return bool(kernels) and all(
        isinstance(kernel, torch.Tensor) and bool(torch.isin(kernel, torch.tensor([-1, 0, 1]).to(kernel)).all())
        for kernel in kernels
    )


def rests(losses, steps):
    """One loss a step, and always the same: nothing was learned on the way either."""
    if not isinstance(losses, list) or len(losses) != steps:
        return False
    if not all(isinstance(loss, float) or isinstance(loss, torch.Tensor) and loss.numel() == 1 for loss in losses):
        return False
    values = [float(loss) for loss in losses]
    return max(values) - min(values) <= 1e-4 * abs(values[0])


def of_steps(problem, lr, used, slopes, moves):
    """What the weights do, where it is a known thing."""
    known = {
        "mean": -lr * slopes / len(problem.y),
        "plus": lr * slopes,
        "no-zero-grad": -lr * slopes.cumsum(0),
    }
    for name, wanted in known.items():
        if all_follow(moves, wanted, used):
            return name
    if frozen_bias(problem, lr, used, slopes, moves):
        return "bias-on"
    return "bias-trained" if trained_bias(problem, lr, used, slopes, moves) else None


def frozen_bias(problem, lr, weights, slopes, moves):
    """Whether one constant, added to every prediction, explains all steps."""
    column = problem.A.sum(0)
    pulls = (-moves / lr - slopes) @ column / (2 * column @ column)
    bias = pulls[:4].mean()
    return bool(abs(bias) > 1e-3) and all_follow(moves, -lr * (slopes + 2 * bias * column), weights)


def trained_bias(problem, lr, weights, slopes, moves):
    """Whether a bias that takes steps of its own explains all steps of the kernel."""
    column, count = problem.A.sum(0), len(problem.y)
    bias = (-moves[0] / lr - slopes[0]) @ column / (2 * column @ column)
    wanted = []
    for point, slope in zip(weights, slopes):
        wanted.append(-lr * (slope + 2 * bias * column))
        bias = bias - 2 * lr * ((problem.A @ point - problem.y).sum() + count * bias)
    return all_follow(moves, torch.stack(wanted), weights)


def of_record(problem, lr, weights, losses):
    """What is wrong with the record. The steps are right."""
    if not isinstance(losses, list) or not losses:
        return None
    steps = len(weights) - 1
    if len(losses) == steps and all(isinstance(loss, torch.Tensor) and loss.numel() == 1 for loss in losses):
        return "tensor-losses"
    if not all(isinstance(loss, float) for loss in losses):
        return None
    true = [problem.loss(point) for point in weights]
    if agree(losses, true[:-1]):
        return None
    if agree(losses, true[1:]):
        return "loss-after"
    return "every-2" if agree(losses, true[:-1:2]) or agree(losses, true[1:-1:2]) else None


def agree(losses, true):
    return len(losses) == len(true) and all(is_near(a, b, 1 + true[0]) for a, b in zip(losses, true))


# ---------- what to chart ----------


def curves(report):
    found = seen(report)
    if found is None:
        return {}
    problem, lr, weights, losses = found
    descent = problem.descend(weights[0], lr, len(weights) - 1)[:-1]
    plain = isinstance(losses, list) and all(isinstance(loss, float) for loss in losses)
    return {
        "loss": Curve(
            losses=tuple(losses) if plain else (),
            recomputed=tuple(problem.loss(point) for point in weights[:-1]),
            reference=tuple(problem.loss(point) for point in descent),
            path=tuple(tuple(point.tolist()) for point in weights),
            reference_path=tuple(tuple(point.tolist()) for point in descent),
            best=tuple(problem.best.tolist()),
            hessian=tuple(tuple(row) for row in problem.hessian.tolist()),
            lr=rate_of(problem, lr, weights),
            reference_lr=lr,
            critical_lr=problem.critical_lr,
        )
    }


def rate_of(problem, lr, weights):
    """The rate that the first step really has: smaller than lr where the loss was a mean."""
    wanted = -problem.gradient(weights[0])
    rate = float((weights[1] - weights[0]) @ wanted / (wanted @ wanted).clamp(min=1e-30))
    return rate if rate > 1e-9 else lr


exercise = Exercise(
    checks={
        "converges": property_of(
            near_target,
            on=Case(stripes(6, 8), target(stripes(6, 8), EDGES), 1, 2, 0.03, 60, name="edges"),
            returns="any",
        ),
        "curve": property_of(losses_are_true, on=draw(edges), probe="trajectory", returns="any"),
        "sum-loss": property_of(steps_are_descent, on=draw(fresh_path), probe="trajectory", returns="any"),
        "hidden-kernel": property_of(near_target, on=draw(fresh_kernel), returns="any"),
    },
    diagnose=diagnose,
    curves=curves,
)
