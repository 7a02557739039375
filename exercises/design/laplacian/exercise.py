"""What counts as correct for laplacian: any kernel that does what a Laplacian does."""

import torch

from grader.authoring import Exercise, Finding, property_of

NEAR = 1e-4


def moment(K, down, right):
    """What K gives, at its middle, on the image y^down · x^right."""
    y = torch.arange(K.shape[0], dtype=K.dtype) - K.shape[0] // 2
    x = torch.arange(K.shape[1], dtype=K.dtype) - K.shape[1] // 2
    return float((K * y[:, None] ** down * x**right).sum())


def is_odd_square(K):
    return K.dim() == 2 and K.shape[0] == K.shape[1] and K.shape[0] % 2 == 1


def silent(K):
    """On constants and ramps."""
    if not is_odd_square(K):
        return Finding("square", shape=list(K.shape))
    if not K.any():
        return Finding("zeros")
    total, x, y = moment(K, 0, 0), moment(K, 0, 1), moment(K, 1, 0)
    if abs(total) > NEAR:
        return Finding("sum", total=total)
    return Finding("ramp", x=x, y=y) if max(abs(x), abs(y)) > NEAR else None


def exact(K):
    """On x² and y²."""
    if K.dim() != 2 or K.shape[0] % 2 == 0 or K.shape[1] % 2 == 0:
        return Finding("square", shape=list(K.shape))
    x, y = moment(K, 0, 2), moment(K, 2, 0)
    return Finding("quadratic", x=x, y=y) if max(abs(x - 2), abs(y - 2)) > NEAR else None


def isotropic(K):
    if not is_odd_square(K):
        return Finding("square", shape=list(K.shape))
    if not K.any():
        return Finding("zeros")
    return None if torch.allclose(K, torch.rot90(K), atol=NEAR) else Finding("turned")


exercise = Exercise(
    checks={
        "kills-ramps": property_of(silent),
        "exact-on-quadratics": property_of(exact),
        "isotropic": property_of(isotropic),
    },
)
