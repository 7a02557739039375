"""On which inputs: cases that are always the same, and draws from a submission's seed. And the reference of most exercises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional


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
    unseen: tuple[Any, ...]
    """What never enters a cell: a property gets it after the arguments. Hidden pictures and their labels, say."""

    def __init__(
        self,
        *args: Any,
        name: str | None = None,
        seed: int | None = None,
        transposed: bool = False,
        unseen: tuple[Any, ...] = (),
    ) -> None:
        tensors = tuple(torch.tensor(arg, dtype=torch.float32) if isinstance(arg, list) else arg for arg in args)
        given = {"args": tensors, "name": name, "seed": seed, "transposed": transposed, "unseen": unseen}
        for key, value in given.items():
            object.__setattr__(self, key, value)

    def mapped(self, change: Callable[[Tensor], Tensor]) -> Case:
        """The same case with every floating-point tensor changed.

        >>> Case([1.0], 2).mapped(torch.neg).args
        (tensor([-1.]), 2)
        """
        args = (change(arg) if isinstance(arg, Tensor) and arg.is_floating_point() else arg for arg in self.args)
        return Case(*args, name=self.name, seed=self.seed, transposed=self.transposed, unseen=self.unseen)


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
    values = torch.randn(*shape, generator=rng).mul_(100).round_().div_(100)
    return values.masked_fill_(values == 0, 0.37)


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

    Of three or more the last has the shapes of the first.

    >>> cases = random_pairs(3).cases(torch.Generator().manual_seed(5))
    >>> wide, tall = cases[0].args[1].shape, cases[1].args[1].shape
    >>> wide[0] < wide[1], tall[0] > tall[1]
    (True, True)
    """

    def cases(rng: torch.Generator) -> list[Case]:
        pairs = [_pair(rng, index, height, width, kernel) for index in range(n)]
        if n > 2:  # an answer that was kept by its shape is wrong the second time
            pairs[-1] = pairs[0].mapped(lambda tensor: noise(rng, *tensor.shape))
        return pairs

    return Draw(cases)


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


def bars(rng: torch.Generator, n: int, noise: float = 0.4) -> tuple[Tensor, Tensor]:
    """n pictures (n, 1, 12, 12), a noisy bar in each, and what it is: 0 lies, 1 stands, 2 falls (\\), 3 rises (/).

    >>> X, y = bars(torch.Generator().manual_seed(1), 8)
    >>> X.shape, y.bincount().tolist()
    (torch.Size([8, 1, 12, 12]), [2, 2, 2, 2])
    """
    row, column = torch.meshgrid(torch.arange(12), torch.arange(12), indexing="ij")
    across = torch.stack([row, column, row - column + 6, row + column - 5])
    y = (torch.arange(n) % 4)[torch.randperm(n, generator=rng)]
    edge = torch.randint(1, 9, (n, 1, 1), generator=rng)
    width = torch.randint(2, 4, (n, 1, 1), generator=rng)
    bar = (across[y] >= edge) & (across[y] < edge + width)
    return (bar + noise * torch.randn(n, 12, 12, generator=rng))[:, None], y


def conv2d(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlate image X (H, W) with kernel K (h, w) → (H-h+1, W-w+1), in float64. Book §7.2.

    >>> conv2d(book_image(), book_kernel())
    tensor([[19., 25.],
            [37., 43.]], dtype=torch.float64)
    """
    return functional.conv2d(X.double()[None, None], K.double()[None, None])[0, 0]


def drawn(on: On, rng: torch.Generator) -> list[Case]:
    """The cases of a check: fixed ones as they stand, a Draw's from the generator.

    >>> len(drawn(random_pairs(8), torch.Generator().manual_seed(1)))
    8
    """
    if isinstance(on, Draw):
        return on.cases(rng)
    return [on] if isinstance(on, Case) else list(on)


def _transposed(case: Case) -> Case:
    return Case(*case.args, name=case.name, seed=case.seed, transposed=True, unseen=case.unseen)


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
        W = W + 1 if width[1] > W else max(w, width[0], W - 1)
    return Case(noise(rng, H, W), noise(rng, h, w))


def _wide(rng: torch.Generator, low: int, high_short: int, high_long: int) -> tuple[int, int]:
    """A short side and a longer one."""
    short = _int(rng, low, min(high_short, high_long - 1))
    return short, _int(rng, short + 1, high_long)
