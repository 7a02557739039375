"""What counts as correct for learn-kernel-bias. Loop and rate are the learner's; the judge reads them from the curve."""

import math
import re

import torch

from grader.authoring import (
    Case,
    Curve,
    Exercise,
    Finding,
    LeastSquares,
    conv2d,
    draw,
    growth,
    is_plain_descent,
    is_record_of,
    is_settled,
    noise,
    property_of,
    rate_behind,
    rates_behind,
    sets_out_downhill,
    still_falls,
    stripes,
)

NEAR, LOW = 0.02, 0.01
REFERENCE_LR, REFERENCE_STEPS = 0.01, 400
IMAGE = stripes(6, 8)
HALF = (torch.tensor([[1.0, -1.0]]), 0.5)
OTHER = (torch.tensor([[0.5, 2.0]]), -0.3)

SHARES = (1, 1 / IMAGE[:, 1:].numel(), 1 / 2)
"""What is recorded is the sum of squared errors; their mean, or half the sum, is a true record too."""
NUMBER = re.compile(r"(?<![\w.])(?:\d++(?:\.\d++)?|\.\d++)(?:[eE]-?\d++)?(?![\w.])")
RATES, LONGEST = 24, 10_000
"""Numbers of a source, and losses of a curve, that a diagnosis looks at: a hostile source has thousands of both."""

ZEROES = re.compile(r"zero_grad|\.zero_\(|grad\s*=\s*None|autograd\.grad|zeros_like|set_to_none")
OTHER_STEP = re.compile(r"momentum|Adam|RMSprop|Adagrad|LBFGS|Rprop|scheduler|weight_decay|clip")


def made(K, b):
    return (conv2d(IMAGE, K) + b).float()


def case(K, b, name=None):
    return Case(IMAGE, made(K, b), name=name)


def two_targets(rng):
    """The same random numbers for two targets."""
    seed = int(torch.randint(1 << 31, (), generator=rng))
    return [Case(IMAGE, made(*HALF), made(*OTHER), seed, name="half")]


def other(rng):
    return [case(noise(rng, 1, 2), float(noise(rng, 1)) / 2 + math.copysign(0.3, float(noise(rng, 1))))]


# ---------- reading what came back ----------


def parts_in(output):
    """kernel (1, 2), bias, losses, or the Finding."""
    if not isinstance(output, list) or len(output) != 3:
        return Finding("triple", got="None" if output is None else type(output).__name__)
    kernel, bias, losses = output
    if not isinstance(kernel, torch.Tensor) or kernel.dtype != torch.float64 or tuple(kernel.shape) != (1, 2):
        got = list(kernel.shape) if isinstance(kernel, torch.Tensor) else type(kernel).__name__
        return Finding("kernel-form", expected=[1, 2], got=got)
    if isinstance(bias, torch.Tensor) and bias.shape == () and bias.dtype == torch.float64:
        bias = float(bias)
    if not isinstance(bias, float):
        shape = f"a tensor of {bias.numel()} values" if isinstance(bias, torch.Tensor) else type(bias).__name__
        return Finding("bias-form", got=shape)
    return kernel, bias, losses


def losses_in(losses):
    if not isinstance(losses, list):
        return Finding("triple", got=f"{type(losses).__name__.lower()} in place of the list")
    for k, loss in enumerate(losses):
        if not isinstance(loss, float):
            return Finding("floats", k=k, got=type(loss).__name__.lower())
    return losses if len(losses) >= 10 else Finding("short", got=len(losses))


def problem_of(X, Y):
    return LeastSquares(X, Y, 1, 2, bias=True)


def end_of(kernel, bias):
    return torch.cat([kernel.reshape(-1), torch.tensor([bias], dtype=torch.float64)])


# ---------- checks ----------


def is_right(output, X, Y):
    """Kernel and bias; nothing is asked of the curve."""
    parts = parts_in(output)
    if isinstance(parts, Finding):
        return parts
    end, best = end_of(*parts[:2]), problem_of(X, Y).best
    if not torch.isfinite(end).all():
        return Finding("not-finite")
    if (end - best).abs().max() <= NEAR:
        return None
    said = {"kernel": written(end[:2]), "bias": short(end[2]), "target": written(best[:2]), "offset": short(best[2])}
    return Finding("far", **said)


def short(value):
    """Three digits; what rounding errors left over is 0."""
    return f"{0 if abs(value) < 5e-4 else float(value):.3g}".replace("-", "−")


def written(row):
    return "[[" + ", ".join(short(v) for v in row) + "]]"


def is_true(outputs, X, Y, other, seed):
    """Each curve falls, and it is that of a descent on its data."""
    if not isinstance(outputs, list) or len(outputs) != 4:
        return Finding("triple", got="nothing that can be read")
    for output, target in zip(outputs, (Y, other)):
        if finding := falls(output, X, target):
            return finding
    first, second = (parts_in(output)[2] for output in outputs[:2])
    if max(first) - min(first) < LOW and max(second) - min(second) < LOW:
        return Finding("flat", high=max(first), low=min(first))
    if all(abs(a - b) <= 1e-6 * abs(a) for a, b in zip(first[:5], second[:5])):
        return Finding("same-curve", got=first[0])
    return invented((first, second), outputs[2:], (problem_of(X, Y), problem_of(X, other)))


def falls(output, X, Y):
    """The curve ends low, and so does the loss of what is returned."""
    parts = parts_in(output)
    losses = parts if isinstance(parts, Finding) else losses_in(parts[2])
    if isinstance(losses, Finding):
        return losses
    problem = problem_of(X, Y)
    if grows(losses):
        return growing(losses, problem)
    if not losses[-1] < LOW:
        return Finding("ends-high", got=losses[-1])
    if losses[-1] < -LOW:  # a sum of squares by the normal equations may end a little below 0
        return Finding("claims", got=losses[-1], expected=problem.loss(end_of(*parts[:2])))
    true = problem.loss(end_of(*parts[:2]))
    return None if true < LOW else Finding("claims", got=losses[-1], expected=true)


# ---------- the curve, recomputed ----------


def invented(curves, guesses, problems):
    """None where the curves tell of one plain descent, or are the losses of what the program compared with its targets."""
    if is_plain_descent(curves, problems):
        return None
    paths = [problem.parameters_behind(rows) for problem, rows in zip(problems, guesses)]
    if any(len(path) < 2 for path in paths):
        return Finding("unseen")
    true = [problems[0].loss(point) for point in paths[0]]
    if not any(is_record_of(curves[0], [share * loss for loss in true]) for share in SHARES):
        return Finding("invented")
    if (paths[0][0] - paths[1][0]).abs().max() > 1e-3 * (1 + paths[0][0].abs().max()):
        return Finding("start-by-data")
    return None if all(map(sets_out_downhill, paths, problems)) else Finding("not-downhill")


def grows(losses):
    return not all(math.isfinite(loss) for loss in losses) or losses[-1] > 10 * max(losses[0], LOW)


def growing(losses, problem):
    factor = growth(losses)
    if factor is None:
        return Finding("not-finite")
    lr = rate_behind(factor, problem)
    if problem.start_behind(losses, lr) is None:
        return Finding("grows", factor=factor)
    return Finding("grows-lr", factor=factor, lr=lr, critical=problem.critical_lr)


# ---------- the name of the mistake, by physics ----------


def seen(report):
    """The problem, the end, the losses of each call that can be read."""
    (case,), (outputs,) = report.cases["curve"], report.outputs["curve"]
    X, *targets, _ = case.args
    for Y, output in zip(targets, outputs if isinstance(outputs, list) else []):
        parts = parts_in(output)
        losses = parts if isinstance(parts, Finding) else losses_in(parts[2])
        if not isinstance(losses, Finding) and len(losses) <= LONGEST:
            yield problem_of(X, Y), end_of(*parts[:2]), losses


def rates(source, losses, problem):
    """Rates that the source may mean, and those that the end of the curve tells."""
    literals = dict.fromkeys(lr for text in NUMBER.findall(source) if 1e-6 < (lr := float(text)) < 10)
    seen = [lr for lr in rates_behind(losses, problem) if 1e-6 < lr < 10]
    return list(dict.fromkeys([*list(literals)[:RATES], *seen]))


def explained(report, problem, end, losses, piling=False):
    """The rate and the start with which plain descent on the sum records exactly these losses, or None."""
    for lr in rates(report.source, losses, problem):
        start = problem.start_behind(losses, lr, piling=piling, end=end)
        if start is not None:
            return lr, start
    return None


def diagnose(report):
    """The first call that shows a known mistake: by luck, one start may hide it."""
    names = (name_of(report, *found) for found in seen(report))
    return next((name for name in names if name), None)


def name_of(report, problem, end, losses):
    plain = explained(report, problem, end, losses)
    if plain is not None:
        if plain[0] > problem.critical_lr:
            return "lr-too-large" if grows(losses) else None
        early = losses[-1] > LOW or "converges" in report.failed
        if early and leads_to(problem, *plain, end, losses):
            return "too-few"
        return too_few_of_another(report, losses)
    piled = explained(report, problem, end, losses, piling=True)
    if piled is not None and not ZEROES.search(report.source):
        return "no-zero"
    if is_frozen(problem, end, losses):
        return "bias-frozen"
    return too_few_of_another(report, losses)


def too_few_of_another(report, losses):
    """The loop of an optimizer that is not plain descent."""
    return "too-few" if still_falls(losses, LOW) and OTHER_STEP.search(report.source) else None


def leads_to(problem, lr, start, end, losses):
    """Whether the descent behind the losses ends at what was returned, within a step or two."""
    path = problem.descend(start, lr, len(losses))
    return bool((path[-1] - end).norm() <= 2 * (path[-1] - path[-2]).norm() + 0.01 * (1 + (path[-1] - start).norm()))


def is_frozen(problem, end, losses):
    """The curve has come to rest exactly where it must with this bias, which is not the right one."""
    if not torch.isfinite(end).all() or not is_settled(losses) or losses[-1] < LOW:
        return False
    column, windows = end[2] * problem.A[:, 2], problem.A[:, :2]
    kernel = torch.linalg.lstsq(windows, (problem.y - column)[:, None], driver="gelsd").solution[:, 0]
    rest = problem.loss(torch.cat([kernel, end[2:]]))
    return bool((kernel - end[:2]).abs().max() < NEAR) and abs(losses[-1] - rest) < 0.01 * rest


# ---------- what to chart ----------


def curves(report):
    found = next(seen(report), None)
    if found is None:
        return {}
    problem, end, losses = found
    plain = explained(report, problem, end, losses)
    piled = None if plain or ZEROES.search(report.source) else explained(report, problem, end, losses, piling=True)
    steps = min(len(losses), 400)
    start = (plain or piled or (None, problem.best + torch.tensor([-0.9, 0.7, 0.4], dtype=torch.float64)))[1]
    mine = (
        problem.descend(start, plain[0], steps)[:-1] if plain else piled_path(problem, *piled, steps) if piled else []
    )
    reference = problem.descend(start, REFERENCE_LR, REFERENCE_STEPS)[:-1]
    return {
        "loss": Curve(
            losses=tuple(losses),
            recomputed=tuple(problem.loss(point) for point in mine),
            reference=tuple(problem.loss(point) for point in reference),
            path=tuple(tuple(point.tolist()) for point in mine),
            reference_path=tuple(tuple(point.tolist()) for point in reference),
            best=tuple(problem.best.tolist()),
            hessian=tuple(tuple(row) for row in problem.hessian.tolist()),
            lr=plain[0] if plain else piled[0] if piled else None,
            reference_lr=REFERENCE_LR,
            critical_lr=problem.critical_lr,
        )
    }


def piled_path(problem, lr, start, steps):
    """Descent whose gradients are never set to zero."""
    path, pile = [start], torch.zeros(3, dtype=torch.float64)
    for _ in range(steps - 1):
        pile = pile + problem.gradient(path[-1])
        path.append(path[-1] - lr * pile)
    return path


exercise = Exercise(
    checks={
        "converges": property_of(is_right, on=case(*HALF, name="half"), returns="any"),
        "curve": property_of(is_true, on=draw(two_targets), probe="two_targets", returns="any"),
        "other-target": property_of(is_right, on=draw(other), returns="any"),
    },
    diagnose=diagnose,
    curves=curves,
)
