"""What counts as correct for registered-fix: a layer that the usual loop and an optimizer can train."""

import torch

from grader.authoring import Case, Exercise, Finding, conv2d, draw, noise, property_of, stripes

LR, STEPS = 0.03, 25
GENTLE, LONG = 0.01, 100
NAMES = ["bias", "weight"]
LOW = 1e-3
IMAGE = stripes(6, 8)


def blurred(K, b):
    return (conv2d(IMAGE, K) + b).float()


def by_hand(rng):
    """The book's pair, and any other kernel and image for the layer alone."""
    (edges,) = Case([[1, -1]]).args
    return [Case(IMAGE, blurred(edges, 0.0), LR, STEPS, noise(rng, 4, 6), noise(rng, 2, 3), name="loop")]


def by_optimizer(rng):
    """Another kernel, and a bias that is far from where it starts."""
    K, b = noise(rng, 1, 2), 0.5 + float(noise(rng, 1).abs())
    return [Case(IMAGE, blurred(K, b), GENTLE, LONG, noise(rng, 5, 4), noise(rng, 3, 2))]


# ---------- what came back ----------


def layer_in(output, image, kernel):
    """What is wrong with the layer itself, before any training."""
    if not isinstance(output, dict) or not isinstance(output.get("names"), list):
        return Finding("not-module")
    names = sorted(str(name) for name in output["names"][:9])
    if not names:
        held = output.get("buffers")
        return Finding("buffers" if isinstance(held, list) and held else "unregistered")
    if names != NAMES:
        missing = sorted(set(NAMES) - set(names))
        return Finding("missing", name=missing[0]) if set(names) < set(NAMES) else Finding("names")
    if output.get("frozen"):
        return Finding("frozen")
    if output.get("shape") != list(kernel.shape) or output.get("offsets") != 1:
        return Finding("shape")
    forward = output.get("forward")
    wanted = conv2d(image, kernel) + 0.75
    if not isinstance(forward, torch.Tensor) or forward.shape != wanted.shape:
        return Finding("forward")
    return None if torch.allclose(forward.double(), wanted, atol=1e-4) else Finding("forward")


def losses_in(output, steps):
    losses = output.get("losses")
    if not isinstance(losses, list) or len(losses) != steps or not all(isinstance(loss, float) for loss in losses):
        return None
    return losses


def falls(output, X, Y, lr, steps, image, kernel):
    """In the loop of the statement no loss is above the one before it."""
    if finding := layer_in(output, image, kernel):
        return finding
    losses = losses_in(output, steps)
    if losses is None:
        return Finding("untrained")
    rises = (k for k in range(1, steps) if not losses[k] <= losses[k - 1] * 1.0001 + 1e-6)
    k = next(rises, None)
    if k is not None:
        return Finding("rises", k=k, before=losses[k - 1], after=losses[k])
    return None if losses[-1] < losses[0] or losses[0] < LOW else Finding("untrained")


def is_trained(output, X, Y, lr, steps, image, kernel):
    """An optimizer over the parameters ends where kernel and bias are right."""
    if finding := layer_in(output, image, kernel):
        return finding
    losses = losses_in(output, steps)
    if losses is None or not losses[-1] < LOW:
        return Finding("untrained")
    return None


exercise = Exercise(
    checks={
        "converges": property_of(falls, on=draw(by_hand), probe="loop", returns="any"),
        "optimizer": property_of(is_trained, on=draw(by_optimizer), probe="optimizer", returns="any"),
    },
)
