"""What counts as correct for conv1x1-to-linear."""

from torch.nn import functional

from grader.authoring import Case, Exercise, draw, noise, values

SIZES = [(3, 2, True, "biased"), (2, 4, False, "plain"), (3, 3, True, "square"), (1, 1, True, "single")]


def conv1x1(weight, bias, x):
    return functional.conv2d(x.double(), weight.double(), None if bias is None else bias.double())


def linear_and_output(weight, bias, x):
    co, ci = weight.shape[:2]
    return [f"Linear(in_features={ci}, out_features={co}, bias={bias is not None})", conv1x1(weight, bias, x)]


def both_unchanged(weight, bias, x):
    return [conv1x1(weight, bias, x)] * 2


def layers(sizes):
    """Cases (weight, bias, x) for each (ci, co, whether there is a bias, name)."""
    return draw(lambda rng: [_layer(rng, *size) for size in sizes])


def _layer(rng, ci, co, has_bias, name):
    bias = noise(rng, co) if has_bias else None
    return Case(noise(rng, co, ci, 1, 1), bias, noise(rng, 2, ci, 2, 3), name=name)


exercise = Exercise(
    checks={
        "equal-outputs": values(layers(SIZES), probe="outputs", reference=linear_and_output),
        "independent-copy": values(layers(SIZES[:2]), probe="after_changes", reference=both_unchanged),
    },
)
