"""How a check decides: by values, by a rule, by a property."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from grader.authoring.inputs import Case, On
from grader.model import Json

Family = Literal[
    "values",
    "unchanged",
    "float64",
    "integers",
    "transposed",
    "gradients",
    "products",
    "vectorized",
    "no_convolution",
    "no_unfold",
    "no_autograd",
    "property",
]


NO_ARGUMENTS = Case()


@dataclass(frozen=True)
class Check:
    """How one check decides. Made by the functions below; a bare list of cases or a Draw means `values`.

    >>> unchanged(random_pairs(2)).family
    'unchanged'
    """

    family: Family
    on: On
    probe: str | None = None
    """Name of a function of probe.py, called in the cell as `name(entry, *args)` instead of the entry itself."""
    reference: Callable[..., Any] | None = None
    """Expected output where it is not the exercise's reference."""
    exactly: int = 0
    judge: Callable[..., Finding | None] | None = None
    all_at_once: bool = False
    returns: Literal["tensor", "number", "any"] = "tensor"
    shape: Callable[..., Sequence[int]] | None = None


def values(on: On, *, probe: str | None = None, reference: Callable[..., Any] | None = None) -> Check:
    """The output equals the reference's: type, shape, dtype, finite, then each value within the tolerance.

    >>> values([Case(3)], reference=lambda n: n + 1).family
    'values'
    """
    return Check("values", on, probe=probe, reference=reference)


def unchanged(on: On) -> Check:
    """The arguments are the same after the call as before.

    >>> unchanged([Case(book_image(), book_kernel())]).family
    'unchanged'
    """
    return Check("unchanged", on)


def in_float64(on: On) -> Check:
    """float64 in, float64 out, and right to nine digits. The cases are turned into float64 here.

    >>> in_float64(random_pairs(2)).family
    'float64'
    """
    return Check("float64", on)


def with_integers(on: On) -> Check:
    """int64 tensors in; the output may have any real dtype. The cases are turned into whole numbers here.

    >>> with_integers(random_pairs(2)).family
    'integers'
    """
    return Check("integers", on)


def transposed(on: On) -> Check:
    """Tensors that lie in memory column by column give the same values.

    >>> transposed(random_pairs(2)).family
    'transposed'
    """
    return Check("transposed", on)


def gradients(on: On) -> Check:
    """The gradient of a weighted sum of the output reaches every floating-point tensor and equals the reference's.

    >>> gradients(random_pairs(2)).family
    'gradients'
    """
    return Check("gradients", on)


def products(*, exactly: int, on: On) -> Check:
    """So many matrix products run in each case, and the output is made of them: of entries of the arguments alone.

    Choose cases whose inner dimension is above 1: `@` runs none at 1. A product beside the work earns nothing: with
    each product doubled, the output must double. Prints of these calls are dropped.

    >>> products(exactly=1, on=[Case(stripes(6, 8), [[1, -1]])]).exactly
    1
    """
    return Check("products", on, exactly=exactly)


def no_convolution(on: On) -> Check:
    """No built-in convolution runs: recorded on these (small) cases, and noted by name in all cases of the exercise.

    >>> no_convolution([Case(book_image(), book_kernel())]).family
    'no_convolution'
    """
    return Check("no_convolution", on)


def no_unfold(on: On) -> Check:
    """`F.unfold` and `nn.Unfold` do not run: recorded and noted as in `no_convolution`. `Tensor.unfold` may.

    >>> no_unfold([Case(book_image(), book_kernel())]).family
    'no_unfold'
    """
    return Check("no_unfold", on)


def no_autograd(on: On) -> Check:
    """Nothing is differentiated: no `.backward()`, no `torch.autograd.grad`, no `torch.func`. Draw the cases: only they tell.

    >>> no_autograd(random_pairs(2)).family
    'no_autograd'
    """
    return Check("no_autograd", on)


def vectorized(on: On) -> Check:
    """The work in Python does not grow: in no case do many more torch operations run than in the first, the smallest.

    Numbers that leave torch (`.tolist()`, `.item()`, `float(…)`) may not grow in number either, and 15 of each for an
    entry of the kernel (the smallest tensor) are the most. Keep the kernel's shape, and give the larger images more rows
    and columns than that: a loop over either is one to find, even if as much is wasted on the smallest.

    >>> vectorized([Case(stripes(6, 8), [[1, -1]]), Case(stripes(24, 31), [[1, -1]])]).all_at_once
    True
    """
    return Check("vectorized", on, all_at_once=True)


@dataclass(frozen=True, init=False)
class Finding:
    """What a property found wrong: a code of the front matter's `messages`, and the fields that its sentence fills in.

    >>> Finding("sum", total=1.0).args
    {'total': 1.0}
    """

    code: str
    args: Mapping[str, Json]

    def __init__(self, code: str, /, **args: Json) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "args", args)


def property_of(
    function: Callable[..., Finding | None],
    on: On = NO_ARGUMENTS,
    *,
    probe: str | None = None,
    returns: Literal["tensor", "number", "any"] = "tensor",
    shape: Callable[..., Sequence[int]] | None = None,
) -> Check:
    """`function(output, *args)` says None, or the Finding. For answers of which many are right.

    What the case keeps `unseen` comes after its arguments.

    Before it is asked, the output was found to be a finite floating-point tensor (`returns="tensor"`, in float64 here)
    or a number (a float), of the shape that `shape(*args)` gives. `returns="any"`: whatever came, unchecked.

    >>> property_of(lambda K: None if abs(K.sum()) < 1e-6 else Finding("sum", total=float(K.sum()))).returns
    'tensor'
    """
    return Check("property", on, probe=probe, judge=function, returns=returns, shape=shape)


def property_of_all(
    function: Callable[..., Finding | None],
    on: On,
    *,
    probe: str | None = None,
    returns: Literal["tensor", "number", "any"] = "tensor",
    shape: Callable[..., Sequence[int]] | None = None,
) -> Check:
    """As `property_of`, but `function(outputs, cases)` gets the outputs of all cases at once.

    >>> check = property_of_all(lambda outputs, cases: None, on=[Case(1), Case(2)], returns="number")
    >>> check.all_at_once
    True
    """
    return Check("property", on, probe=probe, judge=function, all_at_once=True, returns=returns, shape=shape)
