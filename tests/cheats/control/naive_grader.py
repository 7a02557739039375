"""A grader as they are often written: it imports the answer, calls it beside its own reference, and believes what it sees.

The control of the cheat suite. It is sent into a jailed cell as the job, with the cheat as a text: a cheat counts only
where this grader gives full marks. `style` is the kind of naivety; each is a line or two of a grader in use somewhere.
"""

import re

import numpy as np
import torch

ALLOWED = 1e-4


def reference(*args):
    """The right output; a conv2d that the submission can reach, as in any grader of one process."""
    X, K = args
    if K.dim() == 4:
        return torch.nn.functional.conv2d(X[None], K)[0]
    return torch.nn.functional.conv2d(X[None, None], K[None, None])[0, 0]


def inputs(exercise):
    """The public examples, then "hidden" ones from a seed that never changes."""
    rng = torch.Generator().manual_seed(0)
    if exercise == "conv1x1-matmul":
        return [(torch.randn(2, 3, 4, generator=rng), torch.randn(3, 2, 1, 1, generator=rng)) for _ in range(3)]
    image = torch.ones(6, 8)
    image[:, 2:-2] = 0
    public = [(torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)), (image, torch.tensor([[1.0, -1.0]]))]
    return public + [(torch.randn(5, 6, generator=rng), torch.randn(2, 3, generator=rng)) for _ in range(3)]


def close(out, expected, style):
    """Whether an output counts as right."""
    match style:
        case "equals":
            same = out == expected
            return bool(same.all()) if isinstance(same, torch.Tensor) else bool(same)
        case "numpy":
            return bool(np.allclose(out, expected.numpy(), atol=ALLOWED))
        case "assert_close":
            torch.testing.assert_close(out, expected, atol=ALLOWED, rtol=ALLOWED)
            return True
        case "greater":
            return not float((out - expected).abs().max()) > ALLOWED
        case "relative":
            return not float(((out - expected) / (out + expected)).abs().max()) > ALLOWED
        case "equal_nan":
            return torch.allclose(out, expected, atol=ALLOWED, equal_nan=True)
        case "builtin":
            return all(
                abs(a - b) <= ALLOWED for a, b in zip(out.flatten().tolist(), expected.flatten().tolist(), strict=True)
            )
        case "cast":
            return torch.allclose((out.real if out.is_complex() else out).to(expected.dtype), expected, atol=0.1)
        case "shape":
            return out.shape == expected.shape and out.dtype == expected.dtype and not (out - expected).any()
        case "method":
            return out.allclose(expected, atol=ALLOWED)
    return torch.allclose(out.float() if style == "public" else out, expected, atol=ALLOWED)


def values(entry, exercise, style):
    """Functions with a reference."""
    cases = inputs(exercise)
    cases = {"public": cases[:2], "first": cases[:1], "first_four": cases[:4]}.get(style, cases)
    if style == "same_shape":
        cases = [cases[0]] * 4
    if style == "seeded":
        torch.manual_seed(0)
        cases = [(torch.randn(5, 6), torch.randn(2, 3))]
        torch.manual_seed(0)
    if style == "last":
        for _ in range(30):
            entry(*cases[0])
        cases = cases[:1]
    right = []
    for X, K in cases:
        if style in ("requires_grad", "has_grad"):
            X, K = X.clone().requires_grad_(), K.clone().requires_grad_()
        expected = reference(X, K) if style == "before" else None
        out = entry(X, K)
        expected = reference(X, K) if expected is None else expected
        right.append(close(out, expected, style))
        if style == "requires_grad":
            right.append(out.requires_grad)
        if style == "has_grad":
            out.sum().backward()
            right.append(X.grad is not None and K.grad is not None)
    return any(right[:2]) if style == "best_of_two" else all(right)


def keeps_rules(source, style):
    """Rules, by searching the text."""
    code = source.split('"""')[-1]
    if style == "text":
        return not re.search(r"F\.conv2d\(|nn\.Conv2d\(|functional\.conv2d\(", code)
    if style == "one_product":
        return len(re.findall(r"@|\bmm\(|matmul\(|addmm\(", code)) == 1
    if style == "no_loop":
        return not re.search(r"\b(for|while)\b", code)
    if style == "no_backward":
        return not re.search(r"backward|autograd", code)
    return True


def trained(entry, exercise):
    """The kernel is right, and the curve falls."""
    image = inputs("corr2d")[1][0]
    K = torch.tensor([[1.0, -1.0]])
    Y = reference(image, K)
    if exercise == "learn-kernel":
        kernel, losses = entry(image, Y, 1, 2, 0.03, 60)
        return torch.allclose(kernel, K, atol=0.05) and len(losses) == 60 and losses[-1] <= losses[0]
    kernel, bias, losses = entry(image, Y + 0.5)
    right = torch.allclose(kernel, K, atol=0.02) and abs(bias - 0.5) < 0.02
    return right and losses[-1] < 0.01 and losses == sorted(losses, reverse=True)


def holds(entry, style):
    """Properties of what comes back."""
    if style in ("differs", "small"):
        images = [entry(n) for n in ((2, 3) if style == "small" else (2, 3, 8))]
        return all(bool((X.T - X != 0).any()) for X in images)
    if style == "moments":
        K = entry()
        x = torch.arange(3.0) - 1
        found = (K.sum(), (K * x).sum(), (K * x[:, None]).sum(), (K * x**2).sum() - 2, (K * x[:, None] ** 2).sum() - 2)
        return not any(abs(float(value)) > ALLOWED for value in found)
    image = inputs("corr2d")[1][0]
    return not any(abs(entry(image, 1, 2, bias) - right) > 1e-4 for bias, right in ((False, 0.0333), (True, 0.0161)))


def grade(source, exercise, entry, style):
    """Whether nothing failed. A failure is printed as soon as it is met; what ends the process early is none."""
    failed = []
    try:
        names = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "__name__": "submission"}
        # The cheat beside the grader, as in any grader of one process; all of it in a jailed cell.
        exec(compile(source, "<cheat>", "exec"), names)
        function = names[entry]
        if style in ("differs", "small", "moments", "rates"):
            passed = holds(function, style)
        elif style == "curve_falls":
            passed = trained(function, exercise)
        else:
            passed = keeps_rules(source, style) and values(function, exercise, style)
        if not passed:
            failed.append("values")
    except Exception as error:
        failed.append(repr(error))
    finally:
        for text in failed:
            print("FAILED", text)
        return not failed  # noqa: B012
