"""What counts as correct for train-cnn. The judge evaluates the returned weights itself and believes no number."""

import math

import torch
import torch.nn.functional as F

from grader.authoring import Case, Curve, Exercise, Finding, bars, draw, property_of

SHAPES = ((8, 1, 3, 3), (8,), (16, 8, 3, 3), (16,), (4, 16), (4,))
"""Of the parameters of the network in probe.py, in order."""
PARAMETERS = sum(math.prod(shape) for shape in SHAPES)
EPOCHS, SHORT = 12, 3
"""A short run is where a curve evaluated too early shows: later it hardly moves."""
PASSES = 0.85
NEAR = 0.005
SURE = 6.0
"""Standard errors by which weights must lean to the labels they were shown before that counts as trained on them."""
KEPT = 40
"""Points on the way that are looked at."""
PASSES_LEFT, MORE = 0.5, 1.5
"""Shares of the images asked for: a loader may drop its last batch, and batches may be drawn with repetition."""
KEYS = ("train_loss", "val_loss", "val_acc")
CHANCE = math.log(4)


# ---------- inputs ----------


def fresh_weights(rng):
    """As PyTorch begins: uniform, narrower the more inputs a unit has."""
    fans = (9, 9, 72, 72, 16, 16)
    parts = [(2 * torch.rand(math.prod(s), generator=rng) - 1) / math.sqrt(f) for s, f in zip(SHAPES, fans)]
    return torch.cat(parts)


def run(rng, epochs, images=240, validation=120, hidden=0, name=None):
    """Hidden pictures stay with the judge: weights come back, not answers."""
    turn = torch.randperm(4, generator=rng)  # which number stands for which direction
    (X, y), (Xv, yv), (Xt, yt) = (bars(rng, n) for n in (images, validation, hidden))
    return Case(X, turn[y], Xv, turn[yv], epochs, fresh_weights(rng), name=name, unseen=(Xt, turn[yt]))


def two_epochs(rng):
    return [run(rng, 2, name="two")]


def short_and_long(rng):
    return [run(rng, SHORT, name="short"), run(rng, EPOCHS, name="long")]


def one_epoch(rng):
    return [run(rng, 1, images=48, validation=24, name="one")]


def long(rng):
    return [run(rng, EPOCHS, hidden=400)]


def two_labellings(rng):
    """One run as long as any other, twice; each time half of the validation labels are drawn at random."""
    X, y, Xv, yv, epochs, weights = run(rng, EPOCHS).args
    one, other = (torch.where(torch.rand(120, generator=rng) < 0.5, noise_labels(rng), yv) for _ in range(2))
    return [Case(X, y, Xv, one, other, epochs, weights, int(torch.randint(1 << 31, (), generator=rng)))]


def noise_labels(rng):
    return torch.randint(0, 4, (120,), generator=rng)


# ---------- the network, once more ----------


def logits_of(weights, X):
    """What the network answers in eval mode with these weights."""
    parts = [part.reshape(shape) for part, shape in zip(weights.float().split([math.prod(s) for s in SHAPES]), SHAPES)]
    K1, b1, K2, b2, W, b = parts
    maps = F.max_pool2d(F.relu(F.conv2d(X, K1, b1, padding=1)), 2)
    maps = F.relu(F.conv2d(maps, K2, b2, padding=1)).amax((2, 3))
    return maps @ W.T + b


def scores(weights, X, y, Xv, yv):
    """train_loss, val_loss and val_acc of these weights."""
    logits = logits_of(weights, Xv)
    accuracy = (logits.argmax(1) == yv).float().mean()
    return tuple(map(float, (F.cross_entropy(logits_of(weights, X), y), F.cross_entropy(logits, yv), accuracy)))


# ---------- reading what came back ----------


def weights_in(value, *more):
    """A vector of weights (or so many of them), float64; None for anything else."""
    fine = isinstance(value, torch.Tensor) and value.dtype == torch.float64 and value.shape == (*more, PARAMETERS)
    return value if fine else None


def history_in(output, epochs):
    """The three lists of floats, or the Finding."""
    history = output.get("history") if isinstance(output, dict) else None
    if not isinstance(history, dict):
        return Finding("dict", got="None" if history is None else type(history).__name__.lower())
    missing = [key for key in KEYS if key not in history]
    if missing:
        return Finding("keys", missing=missing[0])
    for key in KEYS:
        values = history[key]
        if not isinstance(values, list):
            return Finding("dict", got=f"{type(values).__name__.lower()} for {key}")
        for k, value in enumerate(values):
            if not isinstance(value, float):
                return Finding("floats", key=key, k=k, got=type(value).__name__.lower())
        if len(values) != epochs:
            return Finding("count", key=key, expected=epochs, got=len(values))
    return tuple(zip(*(history[key] for key in KEYS)))


def counts(output, name):
    value = output.get(name) if isinstance(output, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def is_near(got, expected):
    """Of a model that has run away nothing is left to compare."""
    if not math.isfinite(expected):
        return not math.isfinite(got)
    return abs(got - expected) <= NEAR * (1 + abs(expected))


def all_near(one, other):
    return all(map(is_near, one, other))


# ---------- checks ----------


def has_history(output, X, y, Xv, yv, epochs, weights, *_):
    rows = history_in(output, epochs)
    if isinstance(rows, Finding):
        return rows
    for k, row in enumerate(rows):
        for key, value in zip(KEYS, row):
            if not math.isfinite(value):
                return Finding("not-finite", key=key, k=k)
    return None


def is_honest(output, X, y, Xv, yv, epochs, weights, *_):
    """Every row is what some weights on the way score, in order, and the last is what the returned model scores."""
    rows = history_in(output, epochs)
    if isinstance(rows, Finding):
        return rows
    end, begin = weights_in(output.get("end")), weights_in(output.get("begin"))
    if end is None or begin is None:
        return Finding("dict", got="nothing that can be read")
    if not torch.allclose(begin.float(), weights, atol=1e-6):
        return Finding("start")
    data = (X, y, Xv, yv)
    if finding := differs(rows[-1], scores(end, *data), epochs - 1, "last"):
        return finding
    on_the_way = ((scores(point, *data), seen) for point, seen in zip(points_in(output), seen_in(output)))
    for k, row in enumerate(rows[:-1]):
        nearest, is_early = None, False
        for true, seen in on_the_way:
            is_near_it = all_near(row, true)
            if is_near_it and seen >= PASSES_LEFT * (k + 1) * len(X):
                break
            nearest, is_early = nearest or true, is_early or is_near_it
        else:
            if is_early:
                return Finding("early", k=k)
            return (nearest and differs(row, nearest, k, "point")) or Finding("unseen", k=k)
    return None


def differs(got, expected, k, code):
    for key, a, b in zip(KEYS, got, expected):
        if not is_near(a, b):
            return Finding(code, key=key, k=k, got=a, expected=b)
    return None


def points_in(output):
    """The weights that were evaluated on the way (points, parameters)."""
    value = output.get("points") if isinstance(output, dict) else None
    known = isinstance(value, torch.Tensor) and value.dim() == 2 and weights_in(value, len(value)) is not None
    return value[:KEPT] if known else torch.zeros(0, PARAMETERS)


def seen_in(output):
    """How many images had gone through for training at each of these points; what is missing counts as none."""
    seen = output.get("seen_at")
    seen = [n if isinstance(n, int) else 0 for n in seen] if isinstance(seen, list) else []
    return seen + [0] * (KEPT - len(seen))


def leaves_autograd_on(output, X, y, Xv, yv, epochs, weights, *_):
    end = weights_in(output.get("end")) if isinstance(output, dict) else None
    if end is None or is_untouched(end, weights):
        return Finding("untrained")
    return None if output.get("grad_is_on") is True else Finding("grad-off")


def is_untouched(end, weights):
    return torch.equal(end.float(), weights)


def leans(outputs, X, y, Xv, one, other, epochs, weights, seed):
    """Whether each set of weights fits the labels that it was shown better than the other set does."""
    ends = [weights_in(value) for value in outputs] if isinstance(outputs, list) else []
    if len(ends) != 2 or any(end is None for end in ends):
        return Finding("dict", got="nothing that can be read")
    if any(is_untouched(end, weights) for end in ends):
        return Finding("untrained")
    if torch.equal(*ends):
        return None
    if not all(torch.isfinite(logits_of(end, Xv)).all() for end in ends):
        return Finding("blown")
    a, b = (F.log_softmax(logits_of(end, Xv).double(), 1) for end in ends)
    rows = torch.arange(len(Xv))
    lean = (a - b)[rows, one] - (a - b)[rows, other]
    lean = lean[one != other]
    sure = float(lean.mean() / (lean.std() / math.sqrt(len(lean)) + 1e-9))
    return Finding("leak") if sure > SURE or float(lean.mean()) > 0.2 and sure > SURE / 2 else None


def is_accurate(output, X, y, Xv, yv, epochs, weights, Xt, yt):
    end = weights_in(output.get("end")) if isinstance(output, dict) else None
    if end is None or not torch.isfinite(end).all():
        return Finding("accuracy", got=0.0)
    if (passes := counts(output, "trained") / len(X)) > MORE * epochs:
        return Finding("passes", got=round(passes, 1), asked=epochs)
    got = float((logits_of(end, Xt).argmax(1) == yt).float().mean())
    return None if got >= PASSES else Finding("accuracy", got=got)


# ---------- the name of the mistake ----------


def diagnose(report):
    """By what was seen of the run first, then by what the record holds, then by the shape of the curve."""
    runs = [run for id in ("honest-curve", "history", "clean-state", "accuracy") for run in runs_of(report, id)]
    if not runs:
        return None
    for name in (of_the_run(report, runs), of_the_record(runs), of_the_numbers(report), of_the_shape(report)):
        if name:
            return name
    return None


def runs_of(report, id):
    """(output, arguments) of each call that came back and has weights."""
    for output, case in zip(report.outputs[id], report.cases[id]):
        if isinstance(output, dict) and weights_in(output.get("end")) is not None:
            yield output, case.args


def of_the_run(report, runs):
    output, args = max(runs, key=lambda run: run[1][4])
    if any(is_untouched(weights_in(output["end"]), args[5]) for output, args in runs):
        return "no-step" if counts(output, "backwards") else "fake"
    if any(run.get("grad_is_on") is False for run, _ in runs):
        return "grad-off"
    backwards = counts(output, "backwards")
    if backwards > 5 and counts(output, "piled") >= backwards - 1:
        return "no-zero"
    (leaning,), (case,) = report.outputs["no-leakage"], report.cases["no-leakage"]
    finding = leans(leaning, *case.args)
    return "leak" if finding and finding.code == "leak" else None


def of_the_record(runs):
    for output, args in runs:
        history, epochs = output.get("history"), args[4]
        lists = [history.get(key) for key in KEYS] if isinstance(history, dict) else []
        if len(lists) != 3 or not all(isinstance(values, list) and values for values in lists):
            continue
        if any(len(values) > epochs and len(values) % epochs == 0 for values in lists):
            return "per-batch"
        if any(isinstance(value, torch.Tensor) and value.shape == () for values in lists for value in values):
            return "tensors"
    return None


def of_the_numbers(report):
    """What the rows are instead of the scores after each epoch. The short run first: there epochs differ most."""
    for output, (X, y, Xv, yv, epochs, weights) in runs_of(report, "honest-curve"):
        rows = history_in(output, epochs)
        if isinstance(rows, Finding) or not all(map(math.isfinite, rows[-1])):
            return None
        data, points = (X, y, Xv, yv), after_epochs(output, epochs)
        true = [scores(point, *data) for point in points]
        if len(true) != len(rows) or all(map(all_near, rows, true)):
            continue
        losses, validation = (all(all_near(a[s], b[s]) for a, b in zip(rows, true)) for s in (slice(2), slice(1, 3)))
        if losses:
            return "not-a-share" if any(row[2] > 1 for row in rows) else None
        if validation:
            return "running"
        if not is_near(rows[-1][1], true[-1][1]) and is_near(rows[-1][1], over_softmax(points[-1], Xv, yv)):
            return "softmax"
        is_late = all_near(rows[-1], true[-1])
        if not is_late and any(all_near(rows[-1], scores(point, *data)) for point in earlier(output)):
            return "stale"
        if is_multiple(rows, true):
            return "summed"
        unready, evaluations = counts(output, "unready"), counts(output, "evaluations")
        return "no-eval" if evaluations and unready == evaluations else None
    return None


def earlier(output):
    """The weights that were evaluated and changed afterwards."""
    end = weights_in(output["end"])
    return [point for point in points_in(output) if not torch.equal(point, end)]


def over_softmax(weights, X, y):
    """The loss where softmax is taken twice."""
    return float(F.cross_entropy(logits_of(weights, X).softmax(1), y))


def is_multiple(rows, true):
    """Whether each validation loss is the same multiple of the true one."""
    shares = [row[1] / max(expected[1], 1e-9) for row, expected in zip(rows, true)]
    return min(shares) > 1.5 and max(shares) < 1.01 * min(shares)


def after_epochs(output, epochs):
    """The weights after each epoch: those evaluated on the way, and the last."""
    end = weights_in(output["end"])
    points = list(points_in(output))
    if not points or not torch.equal(points[-1], end):
        points.append(end)
    if len(points) > epochs + 1:  # evaluated more often than asked
        points = [points[round(k * (len(points) - 1) / epochs)] for k in range(1, epochs + 1)]
    return points[-epochs:]


def of_the_shape(report):
    """Where the numbers are true and too few pictures are recognised."""
    if "accuracy" not in report.failed:
        return None
    for output, (X, y, Xv, yv, epochs, weights) in runs_of(report, "accuracy"):
        losses = [scores(point, X, y, Xv, yv)[0] for point in after_epochs(output, epochs)]
        if not math.isfinite(losses[-1]) or losses[-1] > CHANCE + 0.1:
            return "diverges"
        tail = losses[-6:]
        far = (weights_in(output["end"]) - weights).norm() > 0.4 * weights.norm()
        if far and max(abs(loss - CHANCE) for loss in tail) < 0.06:
            return "at-chance"
        if all(after < before for before, after in zip(tail, tail[1:])):
            return "still-falling"
    return None


# ---------- what to chart ----------


def curves(report):
    """The longest run that is shown: its losses and its accuracy, recorded and recomputed."""
    found = [(output, args) for output, args in runs_of(report, "honest-curve") if args[4] == EPOCHS]
    if not found:
        return {}
    output, (X, y, Xv, yv, epochs, weights) = found[0]
    rows = history_in(output, epochs)
    recorded = ((), (), ()) if isinstance(rows, Finding) else tuple(zip(*rows))
    true = tuple(zip(*(scores(point, X, y, Xv, yv) for point in after_epochs(output, epochs))))
    return {
        "loss": Curve(losses=recorded[1], recomputed=true[1], training=true[0]),
        "accuracy": Curve(losses=recorded[2], recomputed=true[2]),
    }


exercise = Exercise(
    checks={
        "history": property_of(has_history, on=draw(two_epochs), probe="watched", returns="any"),
        "honest-curve": property_of(is_honest, on=draw(short_and_long), probe="watched", returns="any"),
        "clean-state": property_of(leaves_autograd_on, on=draw(one_epoch), probe="watched", returns="any"),
        "accuracy": property_of(is_accurate, on=draw(long), probe="watched", returns="any"),
        "no-leakage": property_of(leans, on=draw(two_labellings), probe="twice", returns="any"),
    },
    diagnose=diagnose,
    curves=curves,
)
