"""What counts as correct for tiny-cnn: any design within the budget that learns."""

import re

import torch
import torch.nn.functional as F

from grader.authoring import Case, Exercise, Finding, bars, draw, property_of

BUDGET = 5000
STEPS, SIZE = 120, 32
LEARNED = 0.6
"""Sigmoid or softmax at the end cannot get below 0.74."""
NAMES = ("one", "five", "eight")


# ---------- inputs ----------


def batches(rng):
    return [Case(bars(rng, n)[0], name=name) for n, name in zip((1, 5, 8), NAMES)]


def batch(rng):
    """As many as in training."""
    return [Case(bars(rng, SIZE)[0])]


def loud(rng):
    """Large values, so that numbers which are not squashed are seen to be."""
    return [Case(30 * bars(rng, 32)[0])]


def lesson(rng):
    """Which number stands for which direction is drawn; the labels of the other images stay with the judge."""
    turn = torch.randperm(4, generator=rng)
    (X, y), (Xt, yt) = bars(rng, 320), bars(rng, 200)
    return [Case(X, turn[y], Xt, STEPS, SIZE, unseen=(turn[yt],))]


def four_each(X, *_):
    return (len(X), 4)


# ---------- checks ----------


def any_output(output, X):
    return None


def is_small(output, X):
    count, convolutions = measures_in(output)
    if count is None:
        return Finding("unread")
    if count == 0:
        return Finding("none")
    if count > BUDGET:
        return Finding("many", count=count)
    if not convolutions:
        return Finding("no-conv")
    return None if output.get("used") is True else Finding("unused")


def measures_in(output):
    values = [output.get(key) for key in ("count", "convolutions")] if isinstance(output, dict) else []
    fine = len(values) == 2 and all(type(value) is int and 0 <= value < 10**12 for value in values)
    return values if fine else (None, None)


def are_logits(output, X):
    kind = normal_form(output)
    return Finding(kind) if kind else None


def normal_form(output):
    ones = torch.ones(len(output), dtype=torch.float64)
    if bool((output >= 0).all()) and torch.allclose(output.sum(1), ones, atol=1e-4):
        return "softmax"
    if bool((output <= 0).all()) and torch.allclose(output.exp().sum(1), ones, atol=1e-4):
        return "log-softmax"
    return None


def has_learned(output, X, y, Xt, steps, size, yt):
    loss = float(F.cross_entropy(output, yt))
    return None if loss < LEARNED else Finding("learns", loss=round(loss, 2))


# ---------- the name of the mistake ----------


def diagnose(report):
    shown = report.outputs["shape"]
    (measured,), (trained,), (loud,) = (report.outputs[id] for id in ("budget", "can-learn", "logits"))
    if all(output is None for output in (*shown, measured, trained, loud)):
        return "no-super" if lacks_super(report.source) else None
    count, convolutions = measures_in(measured)
    if count is not None:
        if count == 0 and not re.search(r"nn\.Parameter", report.source):
            return "plain-list" if any(output is not None for output in shown) else None
        if count > BUDGET:
            return "too-big"
        if count and not convolutions:
            return "mlp"
    return of_shapes([shape_of(output) for output in shown]) or of_values(trained, loud)


def lacks_super(source):
    has_init = re.search(r"def __init__\(self", source) and re.search(r"self\.\w+ *= *nn\.", source)
    return bool(has_init) and not re.search(r"^\s*(super\(|nn\.\w+\.__init__)", source, re.M)


def shape_of(output):
    return tuple(output.shape) if isinstance(output, torch.Tensor) else None


def of_shapes(shapes):
    one, five, eight = shapes
    if one == (1, 4) and five != (5, 4) and eight != (8, 4):
        return "batch"
    if one == (4,) and five == (5, 4):
        return "squeezed"
    if five and len(five) == 2 and five[0] == 5 and eight == (8, five[1]) and five[1] != 4:
        return "classes"
    return None


def of_values(trained, loud):
    if shape_of(loud) == (32, 4) and torch.isfinite(loud).all() and (kind := normal_form(loud)):
        return kind
    if shape_of(trained) == (200, 4) and bool(((trained >= 0) & (trained <= 1)).all()):
        return "squashed"
    return None


exercise = Exercise(
    checks={
        "shape": property_of(any_output, on=draw(batches), probe="answers", shape=four_each),
        "budget": property_of(is_small, on=draw(batch), probe="measured", returns="any"),
        "can-learn": property_of(
            has_learned, on=draw(lesson), probe="trained", shape=lambda X, y, Xt, *_: (len(Xt), 4)
        ),
        "logits": property_of(are_logits, on=draw(loud), probe="answers", shape=four_each),
    },
    diagnose=diagnose,
)
