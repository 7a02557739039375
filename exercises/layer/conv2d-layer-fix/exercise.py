"""What counts as correct for conv2d-layer-fix. What the probes return is the learner's claim: of any type and shape."""

import torch
from torch.nn import functional

from grader.authoring import Case, Exercise, Finding, book_image, book_kernel, draw, noise, property_of, values

SIZES = [(5, 7, 2, 3), (6, 4, 3, 1), (4, 6, 1, 2)]
NEAR = 1e-4


def output(x, weight, bias):
    return functional.conv2d(x.double()[None, None], weight.double()[None, None])[0, 0] + bias


def registered(built, h, w):
    """Two parameters that can be learned, and no two layers alike."""
    if not isinstance(built, dict) or built.get("module") is not True:
        return Finding("not-module")
    parameters = built.get("parameters")
    if not isinstance(parameters, dict) or set(parameters) != {"weight", "bias"}:
        return Finding("unregistered", names=", ".join(sorted(map(str, parameters or ["–"]))))
    weight, bias, other = parameters["weight"], parameters["bias"], built.get("other")
    if not isinstance(weight, torch.Tensor) or tuple(weight.shape) != (h, w):
        return Finding("weight-shape", got=list(getattr(weight, "shape", [])))
    if not isinstance(bias, torch.Tensor) or bias.numel() != 1:
        return Finding("bias-shape", got=list(getattr(bias, "shape", [])))
    frozen = [name for name in ("weight", "bias") if name not in built.get("learned", [])]
    return Finding("frozen", name=frozen[0]) if frozen else random(weight, other)


def random(weight, other):
    if not torch.isfinite(weight).all():
        return Finding("odd")
    if (weight == weight.flatten()[0]).all():
        return Finding("constant")
    return Finding("same") if isinstance(other, torch.Tensor) and torch.equal(weight, other) else None


def flows(got, x, weight, bias, wanted):
    """Gradients as autograd finds them for F.conv2d, in float64."""
    if not isinstance(got, dict) or got.get("out") is not True:
        return Finding("no-output", shape=list(wanted.shape))
    if got.get("flows") is not True:
        return Finding("cut")
    leaves = {"weight": weight.double(), "bias": torch.tensor(float(bias)).double(), "x": x.double()}
    with torch.enable_grad():
        leaves = {name: leaf.requires_grad_() for name, leaf in leaves.items()}
        (output(leaves["x"], leaves["weight"], leaves["bias"]) * wanted.double()).sum().backward()
    for name, leaf in leaves.items():
        if got.get(name) is None:
            return Finding("no-grad", name=name)
        if not alike(got[name], leaf.grad):
            return Finding("wrong-grad", name=name)
    return None


def alike(a, b):
    return (
        isinstance(a, torch.Tensor)
        and a.numel() == b.numel()
        and torch.allclose(a.double().reshape(b.shape), b, NEAR, NEAR)
    )


def copied(outs, x, weight, bias):
    """The second layer computes what the first does: what is right for this weight and bias."""
    right = output(x, weight, bias)
    fine = isinstance(outs, list) and len(outs) == 2 and all(alike(out, right) for out in outs)
    return None if fine else Finding("not-restored")


def layers(rng, sizes=SIZES):
    return [Case(noise(rng, H, W), noise(rng, h, w), float(noise(rng, 1))) for H, W, h, w in sizes]


def backward(rng):
    cases = [case.args for case in layers(rng, SIZES[:2])]
    return [Case(x, weight, bias, noise(rng, *output(x, weight, bias).shape)) for x, weight, bias in cases]


exercise = Exercise(
    reference=output,
    checks={
        "parameters": property_of(registered, [Case(2, 3)], probe="built", returns="any"),
        "forward": values(draw(lambda rng: [Case(book_image(), book_kernel(), 10.0), *layers(rng)]), probe="called"),
        "autograd": property_of(flows, draw(backward), probe="differentiated", returns="any"),
        "state-dict": property_of(copied, draw(lambda rng: layers(rng, SIZES[2:])), probe="restored", returns="any"),
    },
)
