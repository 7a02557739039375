"""What an `exercise.py` says: what is right, on which inputs, and how each check decides. The teacher's reference.

The only module of ours that an exercise may import. Everything here is a plain description; `grader.judge` carries it
out. Expected outputs are computed outside the cell in which the learner's code runs, and hidden inputs are drawn anew
for each submission, from its recorded seed.

>>> exercise = Exercise(reference=conv2d, checks={"example": [Case(book_image(), [[0, 1], [2, 3]])], "random": random_pairs(8)})
>>> list(exercise.checks)
['example', 'random']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import torch
from torch import Tensor
from torch.nn import functional

from grader.errors import ContentError
from grader.model import Curve, Json

__all__ = [
    "Case", "Check", "Curve", "Draw", "Exercise", "Finding", "Report", "book_image", "book_kernel", "conv2d", "draw",
    "edge_pairs", "gradients", "in_float64", "no_convolution", "noise", "products", "property_of", "property_of_all",
    "random_pairs", "stripes", "transposed", "unchanged", "values", "whole", "with_integers",
]  # fmt: skip


# ---------- Inputs ----------


@dataclass(frozen=True, init=False, eq=False)
class Case:
    """One call of the learner's code. Lists become float32 tensors; `name` is a code of the front matter's `messages`.

    >>> Case([[1, -1]], 3, name="edge").args
    (tensor([[ 1., -1.]]), 3)
    """

    args: tuple[Any, ...]
    name: str | None
    seed: int | None
    """What `torch.manual_seed` gets before the call; None: drawn."""
    transposed: bool
    """Tensors keep their values, but lie in memory column by column."""

    def __init__(self, *args: Any, name: str | None = None, seed: int | None = None, transposed: bool = False) -> None:
        tensors = tuple(torch.tensor(arg, dtype=torch.float32) if isinstance(arg, list) else arg for arg in args)
        for key, value in (("args", tensors), ("name", name), ("seed", seed), ("transposed", transposed)):
            object.__setattr__(self, key, value)

    def mapped(self, change: Callable[[Tensor], Tensor]) -> Case:
        """The same case with every floating-point tensor changed.

        >>> Case([1.0], 2).mapped(torch.neg).args
        (tensor([-1.]), 2)
        """
        args = (change(arg) if isinstance(arg, Tensor) and arg.is_floating_point() else arg for arg in self.args)
        return Case(*args, name=self.name, seed=self.seed, transposed=self.transposed)


@dataclass(frozen=True)
class Draw:
    """Inputs drawn from a submission's seed: the same seed gives the same cases.

    >>> random_pairs(4).float64().cases(torch.Generator().manual_seed(7))[0].args[0].dtype
    torch.float64
    """

    cases: Callable[[torch.Generator], list[Case]]

    def transposed(self) -> Draw:
        """The same values in memory column by column, so that `.view` fails and `.reshape` works."""
        return Draw(lambda rng: [_transposed(case) for case in self.cases(rng)])

    def float64(self) -> Draw:
        """The same values with double precision."""
        return Draw(lambda rng: [case.mapped(torch.Tensor.double) for case in self.cases(rng)])

    def integers(self) -> Draw:
        """Whole numbers (int64) near three times the values."""
        return Draw(lambda rng: [case.mapped(whole) for case in self.cases(rng)])


On = Case | Sequence[Case] | Draw
"""What a check runs on: cases that are always the same, or a Draw."""


def draw(function: Callable[[torch.Generator], list[Case]]) -> Draw:
    """Any function from a generator to cases, as a Draw.

    >>> draw(lambda rng: [Case(noise(rng, 3, 5), 2)]).cases(torch.Generator().manual_seed(1))[0].args[0].shape
    torch.Size([3, 5])
    """
    return Draw(function)


def noise(rng: torch.Generator, *shape: int) -> Tensor:
    """Normal values with two decimals, float32: negative ones too, none zero, no two alike in small tensors.

    >>> bool((noise(torch.Generator().manual_seed(1), 30, 30) == 0).any())
    False
    """
    values = (torch.randn(*shape, generator=rng) * 100).round() / 100
    return torch.where(values == 0, torch.full_like(values, 0.37), values)


def whole(values: Tensor) -> Tensor:
    """Values → int64 near three times as large; zero becomes 2, so that every entry counts.

    >>> whole(torch.tensor([0.5, -1.0, 0.1]))
    tensor([ 2, -3,  2])
    """
    numbers = (values * 3).round().to(torch.int64)
    return torch.where(numbers == 0, torch.full_like(numbers, 2), numbers)


def random_pairs(
    n: int, height: tuple[int, int] = (1, 9), width: tuple[int, int] = (1, 10), kernel: tuple[int, int] = (1, 4)
) -> Draw:
    """n cases (X, K): wide, tall and other kernels in turn, images that are not square, values of both signs.

    >>> cases = random_pairs(3).cases(torch.Generator().manual_seed(5))
    >>> wide, tall = cases[0].args[1].shape, cases[1].args[1].shape
    >>> wide[0] < wide[1], tall[0] > tall[1]
    (True, True)
    """
    return Draw(lambda rng: [_pair(rng, index, height, width, kernel) for index in range(n)])


def edge_pairs() -> Draw:
    """Six cases (X, K) at the edges: a 1×1 kernel, one as large as X, one row, one column, negative X, a wide X.

    >>> [tuple(case.args[1].shape) for case in edge_pairs().cases(torch.Generator().manual_seed(1))]
    [(1, 1), (4, 3), (1, 3), (2, 1), (2, 3), (3, 2)]
    """
    sizes = ((5, 7, 1, 1), (4, 3, 4, 3), (1, 6, 1, 3), (6, 1, 2, 1), (5, 4, 2, 3), (3, 9, 3, 2))

    def cases(rng: torch.Generator) -> list[Case]:
        pairs = [(noise(rng, H, W), noise(rng, h, w)) for H, W, h, w in sizes]
        return [Case(-X.abs() if index == 4 else X, K) for index, (X, K) in enumerate(pairs)]

    return Draw(cases)


def book_image() -> Tensor:
    """The 3×3 image of the book's worked example: 0 … 8.

    >>> book_image()[0]
    tensor([0., 1., 2.])
    """
    return torch.arange(9.0).reshape(3, 3)


def book_kernel() -> Tensor:
    """The 2×2 kernel of the book's worked example: 0 … 3.

    >>> book_kernel()
    tensor([[0., 1.],
            [2., 3.]])
    """
    return torch.arange(4.0).reshape(2, 2)


def stripes(height: int = 6, width: int = 8) -> Tensor:
    """White with a black bar, two columns from either side: the book's edge image.

    >>> stripes(1, 8)
    tensor([[1., 1., 0., 0., 0., 0., 1., 1.]])
    """
    image = torch.ones(height, width)
    image[:, 2:-2] = 0
    return image


# ---------- References ----------


def conv2d(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlate image X (H, W) with kernel K (h, w) → (H-h+1, W-w+1), in float64. Book §7.2.

    >>> conv2d(book_image(), book_kernel())
    tensor([[19., 25.],
            [37., 43.]], dtype=torch.float64)
    """
    return functional.conv2d(X.double()[None, None], K.double()[None, None])[0, 0]


# ---------- Checks ----------

Family = Literal[
    "values", "unchanged", "float64", "integers", "transposed", "gradients", "products", "no_convolution", "property"
]


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
    """So many matrix products run in each case. Choose cases whose inner dimension is above 1: `@` runs none at 1.

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
    on: On = (Case(),),
    *,
    probe: str | None = None,
    returns: Literal["tensor", "number", "any"] = "tensor",
    shape: Callable[..., Sequence[int]] | None = None,
) -> Check:
    """`function(output, *args)` says None, or the Finding. For answers of which many are right.

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


# ---------- The exercise ----------


@dataclass(frozen=True)
class Report:
    """What `diagnose` and `curves` may look at: the learner's source, and what each case of each check returned.

    `outputs[check]` has one entry a case: None where the case did not return, else tensors (float64), numbers, lists,
    mappings as they came: **hostile**, of any shape and type.

    >>> Report("lr = 1", {}, {}, frozenset()).source
    'lr = 1'
    """

    source: str
    outputs: Mapping[str, Sequence[Any]]
    cases: Mapping[str, Sequence[Case]]
    failed: frozenset[str]
    """Ids of the checks that did not pass."""


@dataclass(frozen=True)
class Exercise:
    """What is right. Every check id of the front matter stands in `checks`, and no other; answers without code give
    `answer` (and `accept`, further right ones) instead.

    >>> Exercise(answer="b").answer
    'b'
    >>> Exercise(answer=[[19, 25], [37, 43]], accept=[[[19.0, 25.0], [37.0, 43.0]]]).accept[0][0]
    [19.0, 25.0]
    """

    reference: Callable[..., Any] | None = None
    checks: Mapping[str, Check | On] = field(default_factory=dict)
    answer: Json = None
    accept: Sequence[Json] = ()
    tolerance: float = 1e-4
    """A value may differ from the expected one by this much, plus this share of it."""
    diagnose: Callable[[Report], str | None] | None = None
    """For training: the id of the wrong answer that explains the report, or None. Replaces comparing behaviour."""
    curves: Callable[[Report], Mapping[str, Curve]] | None = None
    """For training: what to chart, recomputed from the report."""

    def __post_init__(self) -> None:
        if (self.answer is None) == (not self.checks):
            raise ContentError("An Exercise has either checks (code) or an answer (no code). Give exactly one of them.")

    def check(self, id: str) -> Check:
        """The check with this id; a bare list of cases or a Draw as `values`.

        >>> Exercise(reference=conv2d, checks={"random": random_pairs(8)}).check("random").family
        'values'
        """
        found = self.checks[id]
        return found if isinstance(found, Check) else values(found)


def drawn(on: On, rng: torch.Generator) -> list[Case]:
    """The cases of a check: fixed ones as they stand, a Draw's from the generator.

    >>> len(drawn(random_pairs(8), torch.Generator().manual_seed(1)))
    8
    """
    if isinstance(on, Draw):
        return on.cases(rng)
    return [on] if isinstance(on, Case) else list(on)


def _transposed(case: Case) -> Case:
    return Case(*case.args, name=case.name, seed=case.seed, transposed=True)


def _int(rng: torch.Generator, low: int, high: int) -> int:
    return int(torch.randint(low, high + 1, (), generator=rng))


def _pair(
    rng: torch.Generator, index: int, height: tuple[int, int], width: tuple[int, int], kernel: tuple[int, int]
) -> Case:
    """Every third kernel is wide, every third tall; two of three outputs have several rows and columns where that fits."""
    low, high = kernel
    h, w = _int(rng, low, min(high, height[1])), _int(rng, low, min(high, width[1]))
    if index % 3 == 0 and h >= w and (low < min(high, width[1])):
        h, w = _wide(rng, low, min(high, height[1]), min(high, width[1]))
    elif index % 3 == 1 and h <= w and (low < min(high, height[1])):
        w, h = _wide(rng, low, min(high, width[1]), min(high, height[1]))
    room = 0 if index % 3 == 2 else 1
    H = _int(rng, min(max(h + room, height[0]), height[1]), height[1])
    W = _int(rng, min(max(w + room, width[0]), width[1]), width[1])
    if H == W:
        W = W + 1 if width[1] > W else max(w, W - 1)
    return Case(noise(rng, H, W), noise(rng, h, w))


def _wide(rng: torch.Generator, low: int, high_short: int, high_long: int) -> tuple[int, int]:
    """A short side and a longer one."""
    short = _int(rng, low, min(high_short, high_long - 1))
    return short, _int(rng, short + 1, high_long)
