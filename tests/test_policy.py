"""The language policy: ordinary learner code runs unmodified."""

from __future__ import annotations

import pytest
import torch
from policy_world import result, run

from grader.sandbox import facade
from grader.sandbox.cell import load
from grader.sandbox.modules import MODULES
from grader.sandbox.prints import Prints

ORDINARY = {
    "nested loops and item assignment": (
        """
def f():
    Y = torch.zeros(2, 2)
    for i in range(2):
        for j in range(2):
            Y[i, j] = i + j
    return Y.sum().item()
""",
        4.0,
    ),
    "+= on items": (
        """
def f():
    Y = torch.zeros(2)
    Y[0] += 3
    Y[1:] -= 1
    return Y.tolist()
""",
        [3.0, -1.0],
    ),
    "+= on items of a list": (
        """
def f():
    a = [1, 2]
    a[0] += 5
    return a
""",
        [6, 2],
    ),
    "+= on an attribute": (
        """
class A:
    n = 0
def f():
    a = A()
    a.n += 2
    return a.n
""",
        2,
    ),
    "+= reads its left side first": (
        """
class A:
    n = 1
    def bump(self):
        self.n = 10
        return 5
def f():
    a = A()
    a.n += a.bump()
    return a.n
""",
        6,
    ),
    "w.data -=": (
        """
def f():
    w = torch.ones(2, requires_grad=True)
    w.data -= 0.5
    return w.tolist()
""",
        [0.5, 0.5],
    ),
    "w.data[:] -=": (
        """
def f():
    w = nn.Parameter(torch.ones(2))
    w.sum().backward()
    w.data[:] -= 0.5 * w.grad
    return w.tolist()
""",
        [0.5, 0.5],
    ),
    "module with super().__init__()": (
        """
class Conv2D(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
    def forward(self, x):
        return (x * self.weight).sum()
def f():
    return Conv2D((2, 2))(torch.ones(2, 2)).item()
""",
        4.0,
    ),
    "nn.Module.__init__(self)": (
        """
class A(nn.Module):
    def __init__(self):
        nn.Module.__init__(self)
        self.b = nn.Linear(2, 1)
    def forward(self, x):
        return self.b(x)
def f():
    return A()(torch.ones(3, 2)).shape
""",
        torch.Size([3, 1]),
    ),
    "super(Conv2D, self).__init__()": (
        """
class Conv2D(nn.Module):
    def __init__(self):
        super(Conv2D, self).__init__()
        self.n = 3
    def forward(self, x):
        return x * self.n
def f():
    return Conv2D()(2)
""",
        6,
    ),
    "class over a layer": (
        """
class C(nn.Conv2d):
    def forward(self, x):
        return super().forward(x) * 0
def f():
    return C(1, 1, 2)(torch.ones(1, 1, 3, 3)).sum().item()
""",
        0.0,
    ),
    "class over a class of one's own": (
        """
class A:
    def g(self):
        return 1
class B(A):
    def g(self):
        return super().g() + 1
def f():
    return B().g()
""",
        2,
    ),
    "comprehensions": (
        """
def f():
    return [x * y for x in range(3) if x for y in (1, 2)], {x for x in 'aa'}, {k: v for k, v in zip('ab', (1, 2))}, sum(x for x in range(4))
""",
        ([1, 2, 2, 4], {"a"}, {"a": 1, "b": 2}, 6),
    ),
    "generator": (
        """
def g(n):
    for i in range(n):
        yield i
    yield from (7, 8)
def f():
    return list(g(2))
""",
        [0, 1, 7, 8],
    ),
    "f-string": (
        """
def f():
    x = 1.2345
    return f'{x:.2f} {x!r} {[1, 2]}'
""",
        "1.23 1.2345 [1, 2]",
    ),
    "format with an attribute": (
        """
def f():
    return '{0.shape} {n:>3} {0.shape[1]}'.format(torch.zeros(2, 3), n=1)
""",
        "torch.Size([2, 3])   1 3",
    ),
    "percent format": (
        """
def f():
    return '%d %s' % (1, 'a')
""",
        "1 a",
    ),
    "lambda": (
        """
def f():
    g = lambda x, *, k=2: x * k
    return g(3), sorted([3, 1], key=lambda v: -v)
""",
        (6, [3, 1]),
    ),
    "type hints": (
        """
from typing import Optional, List
def g(x: torch.Tensor, n: Optional[int] = None, *a: int, **k: 'str') -> torch.Tensor:
    y: torch.Tensor = x + 1
    z: int
    return y
n: int = 3
def f() -> List[int]:
    return g(torch.zeros(1)).item() + n
""",
        4.0,
    ),
    "hints that name nothing": (
        """
def f(x: Undefined = 1) -> Nothing:
    return x
""",
        1,
    ),
    "future annotations": (
        """
from __future__ import annotations
def f(): return 1
""",
        1,
    ),
    "docstrings": (
        '''
"""A file."""
def f():
    """One."""
    return 1
''',
        1,
    ),
    "try, except, else, finally": (
        """
def f():
    out = []
    try:
        [][1]
    except (IndexError, ValueError) as e:
        out.append(type(e).__name__)
    else:
        out.append('else')
    finally:
        out.append('end')
    return out
""",
        ["IndexError", "end"],
    ),
    "raise and assert": (
        """
def f():
    try:
        assert 1 == 2, 'no'
    except AssertionError as e:
        try:
            raise ValueError('x') from e
        except ValueError as v:
            return str(v) + str(e)
""",
        "xno",
    ),
    "own exception": (
        """
class Wrong(ValueError):
    pass
def f():
    try:
        raise Wrong('x')
    except Wrong as e:
        return str(e)
""",
        "x",
    ),
    "while, break, continue": (
        """
def f():
    n = 0
    while True:
        n += 1
        if n < 3:
            continue
        break
    return n
""",
        3,
    ),
    "with torch.no_grad()": (
        """
def f():
    w = torch.ones(1, requires_grad=True)
    with torch.no_grad():
        w -= 0.5
    return w.item()
""",
        0.5,
    ),
    "@torch.no_grad()": (
        """
@torch.no_grad()
def f():
    return (torch.ones(1, requires_grad=True) * 2).requires_grad
""",
        False,
    ),
    "optimizer": (
        """
def f():
    w = torch.zeros(1, requires_grad=True)
    opt = torch.optim.SGD([w], lr=0.1)
    for _ in range(2):
        opt.zero_grad()
        ((w - 1) ** 2).sum().backward()
        opt.step()
    return round(w.item(), 4)
""",
        0.36,
    ),
    "nonlocal and global": (
        """
n = 0
def f():
    global n
    m = 0
    def g():
        nonlocal m
        m += 1
    g()
    n += 1
    return m + n
""",
        2,
    ),
    "star arguments": (
        """
def g(a, *b, c=1, **d):
    return a, b, c, d
def f():
    first, *rest = [1, 2, 3]
    return g(*[1, 2], **{'c': 3, 'd': 4}), rest
""",
        ((1, (2,), 3, {"d": 4}), [2, 3]),
    ),
    "slices and chained comparison": (
        """
def f():
    a = list(range(6))
    return a[1:5:2], a[::-1][0], 0 < a[1] <= 1 != 2
""",
        ([1, 3], 5, True),
    ),
    "walrus": (
        """
def f():
    return [y for x in range(3) if (y := x * 2) > 0]
""",
        [2, 4],
    ),
    "conditional expression": (
        """
def f():
    return 1 if [] else 2
""",
        2,
    ),
    "ellipsis and None index": (
        """
def f():
    return torch.zeros(2, 3)[..., None].shape
""",
        torch.Size([2, 3, 1]),
    ),
    "properties, static and class methods": (
        """
class A:
    def __init__(self):
        self.v = 1
    @property
    def w(self):
        return self.v
    @w.setter
    def w(self, x):
        self.v = x
    @staticmethod
    def s():
        return 5
    @classmethod
    def c(cls):
        return cls.s()
def f():
    a = A()
    a.w = 4
    return a.w, A.c()
""",
        (4, 5),
    ),
    "special methods": (
        """
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + o.x)
    def __len__(self): return self.x
    def __getitem__(self, i): return i
    def __call__(self): return 9
    def __repr__(self): return 'V'
    def __eq__(self, o): return True
def f():
    v = V(1) + V(2)
    return len(v), v[4], v(), str(v)
""",
        (3, 4, 9, "V"),
    ),
    "class attribute by its class": (
        """
class A:
    count = 0
    def __init__(self):
        A.count += 1
def f():
    A(); A()
    return A.count
""",
        2,
    ),
    "__name__ and __class__": (
        """
class A:
    def g(self):
        return self.__class__.__name__
def f():
    return A().g(), f.__name__
""",
        ("A", "f"),
    ),
    "main block is skipped": (
        """
def f():
    return 1
if __name__ == '__main__':
    f = None
""",
        1,
    ),
    "unicode identifiers": (
        """
def f():
    卷积 = 3
    α = 卷积 + 1
    return α
""",
        4,
    ),
    "underscore names": (
        """
_pad = 1
def _helper(_x):
    return _x + _pad
def f():
    for _ in range(2):
        pass
    return _helper(1)
""",
        2,
    ),
    "parameters named like builtins": (
        """
def g(input, dir, id=1, vars=2):
    return input + dir
def f():
    return g(1, 2)
""",
        3,
    ),
    "a name called np": (
        """
def f():
    np = 3
    return np
""",
        3,
    ),
    "every import form": (
        """
import torch
import math, random
import torch.nn as nn
import torch.nn.functional as func
from torch import nn, Tensor
from torch.nn import functional as F2
from math import sqrt
from collections import defaultdict
from collections.abc import Callable
import itertools, functools
import torch.nn.functional
def f():
    d = defaultdict(int)
    d['a'] += 1
    return sqrt(4), func.relu(torch.tensor(-1.0)).item(), list(itertools.product([1], [2])), functools.reduce(lambda a, b: a + b, [1, 2]), torch.nn.functional.relu(torch.tensor(2.0)).item(), d['a']
""",
        (2.0, 0.0, [(1, 2)], 3, 2.0, 1),
    ),
    "import inside a function": (
        """
def f():
    import math
    from torch.nn import functional as F
    return math.floor(F.relu(torch.tensor(2.5)).item())
""",
        2,
    ),
    "predefined names": (
        """
def f():
    return math.pi > 3, F.relu(torch.tensor(1.0)).item(), isinstance(nn.ReLU(), nn.Module)
""",
        (True, 1.0, True),
    ),
    "torch.linalg": (
        """
def f():
    return torch.linalg.eigvalsh(torch.eye(2)).tolist(), torch.linalg.norm(torch.ones(4)).item()
""",
        ([1.0, 1.0], 2.0),
    ),
    "as_strided and unfold": (
        """
def f():
    x = torch.arange(4.0)
    return torch.as_strided(x, (3, 2), (1, 1)).tolist() == x.as_strided((3, 2), (1, 1)).tolist() == x.unfold(0, 2, 1).tolist()
""",
        True,
    ),
    "einsum": (
        """
def f():
    return torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(3, 2)).sum().item()
""",
        12.0,
    ),
    "grad switches": (
        """
def f():
    torch.set_grad_enabled(False)
    a = torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    return a
""",
        False,
    ),
    "device idiom": (
        """
def f():
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    return torch.zeros(1).to(device).device.type, torch.backends.mps.is_available()
""",
        ("cpu", False),
    ),
    "data loader": (
        """
from torch.utils.data import DataLoader, TensorDataset
def f():
    data = DataLoader(TensorDataset(torch.arange(4)), batch_size=2, shuffle=True)
    return sum(batch.sum().item() for (batch,) in data)
""",
        6,
    ),
    "own dataset": (
        """
from torch.utils.data import Dataset, DataLoader
class D(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i): return torch.tensor(i)
def f():
    return len(list(DataLoader(D(), batch_size=2)))
""",
        2,
    ),
    "autograd function": (
        """
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return 2 * x * g
def f():
    x = torch.tensor(3.0, requires_grad=True)
    Square.apply(x).backward()
    return x.grad.item()
""",
        6.0,
    ),
    "own optimizer": (
        """
class Plain(torch.optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {'lr': lr})
    def step(self):
        for group in self.param_groups:
            for p in group['params']:
                p.data -= group['lr'] * p.grad
def f():
    w = torch.ones(1, requires_grad=True)
    (w * 2).sum().backward()
    Plain([w], 0.25).step()
    return w.item()
""",
        0.5,
    ),
    "hooks and parameters": (
        """
def f():
    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
    seen = []
    net.register_forward_hook(lambda m, i, o: seen.append(o.shape))
    net(torch.ones(1, 2))
    return len(seen), len(list(net.parameters())), net[0].weight.shape
""",
        (1, 2, torch.Size([2, 2])),
    ),
    "a method called save, compile or cuda of one's own": (
        """
class A(nn.Module):
    def cuda(self):
        return 'mine'
    def compile(self):
        return 'too'
def f():
    return A().cuda() + A().compile()
""",
        "minetoo",
    ),
    "getattr with a default": (
        """
class A: pass
def f():
    a = A()
    setattr(a, 'x', 3)
    return getattr(a, 'x'), getattr(a, 'y', 4), hasattr(a, 'z'), hasattr(torch, 'save')
""",
        (3, 4, False, False),
    ),
    "cache decorator": (
        """
from functools import lru_cache, partial
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def f():
    return partial(fib, 30)()
""",
        832040,
    ),
    "named tuple and counter": (
        """
from collections import namedtuple, Counter
P = namedtuple('P', 'x y')
def f():
    return P(1, 2).x, Counter('aab')['a']
""",
        (1, 2),
    ),
    "delete": (
        """
class A: pass
def f():
    a, d = A(), {1: 2}
    a.x = 1
    del a.x, d[1]
    return hasattr(a, 'x'), d
""",
        (False, {}),
    ),
    "hessian": (
        """
def f():
    return torch.autograd.functional.hessian(lambda x: (x ** 2).sum(), torch.ones(2)).tolist()
""",
        [[2.0, 0.0], [0.0, 2.0]],
    ),
    "deep copy of a network": (
        """
import copy
def f():
    net = nn.Linear(1, 1)
    return copy.deepcopy(net).weight.item() == net.weight.item()
""",
        True,
    ),
    "matmul operator and +=": (
        """
def f():
    a = torch.eye(2)
    a @= torch.full((2, 2), 2.0)
    b = [1]
    b += [2]
    return a.sum().item(), b
""",
        (8.0, [1, 2]),
    ),
    "function attribute": (
        """
def g(): return 1
def f():
    g.calls = 3
    return g.calls
""",
        3,
    ),
    "in-place methods": (
        """
def f():
    x = torch.zeros(2)
    x.add_(1).mul_(3)
    x.fill_diagonal_ if False else None
    return x.tolist()
""",
        [3.0, 3.0],
    ),
    "decorator with wraps": (
        """
import functools
def twice(g):
    @functools.wraps(g)
    def inner(*args):
        return g(*args) * 2
    return inner
@twice
def f():
    return 3
""",
        6,
    ),
    "exceptions of the system": (
        """
def f():
    try:
        raise SystemExit(2)
    except BaseException as e:
        return e.code
""",
        2,
    ),
    "version": (
        """
def f():
    return torch.__version__.split('.')[0]
""",
        "2",
    ),
    "warnings, time and timeit": (
        """
import time, warnings
from timeit import default_timer as timer
warnings.filterwarnings('ignore')
def f():
    began = timer()
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        time.sleep(0)
    return timer() >= began
""",
        True,
    ),
    "dataclass": (
        """
from dataclasses import dataclass, field, replace
@dataclass(frozen=True)
class Config:
    lr: float
    steps: int = 3
    seen: list = field(default_factory=list)
    def half(self):
        return replace(self, lr=self.lr / 2)
def f():
    c = Config(0.5).half()
    return c.lr, c.steps, c.seen, repr(c), c == Config(0.25)
""",
        (0.25, 3, [], "Config(lr=0.25, steps=3, seen=[])", True),
    ),
    "enum": (
        """
from enum import Enum, auto
class Mode(Enum):
    SAME = auto()
    VALID = 'v'
def f():
    return Mode.SAME.value, Mode.VALID.name, Mode('v') is Mode.VALID, [m.name for m in Mode]
""",
        (1, "VALID", True, ["SAME", "VALID"]),
    ),
    "abstract class": (
        """
from abc import ABC, abstractmethod
class Layer(ABC):
    @abstractmethod
    def forward(self, x): ...
class Twice(Layer):
    def forward(self, x):
        return 2 * x
def f():
    try:
        Layer()
    except TypeError:
        return Twice().forward(4)
""",
        8,
    ),
    "slots and __all__": (
        """
__all__ = ['f']
class P:
    __slots__ = ('x',)
    def __init__(self):
        self.x = 1
def f():
    return P().x
""",
        1,
    ),
    "statistics and string": (
        """
import statistics, string
def f():
    return statistics.mean([1, 3]), string.digits[:2], 'a,b'.split(',')[1].upper()
""",
        (2, "01", "B"),
    ),
    "named results of torch": (
        """
def f():
    found = torch.max(torch.tensor([[1., 3.]]), 1)
    U, S, V = torch.linalg.svd(torch.eye(1))
    return found.values.item(), found.indices.item(), S.item(), torch.linalg.eigh(torch.eye(1)).eigenvalues.item()
""",
        (3.0, 1, 1.0, 1.0),
    ),
    "facts of torch": (
        """
def f():
    x = torch.ones(2, 3, requires_grad=True)
    y = (x * 2).sum()
    return (torch.finfo(x.dtype).bits, x.shape.numel(), x.device.type, x.dtype.is_floating_point, y.grad_fn.name(),
        torch.Generator().manual_seed(3).initial_seed(), len(y.grad_fn.next_functions))
""",
        (32, 6, "cpu", True, "SumBackward0", 3, 1),
    ),
    "scheduler, state and distribution": (
        """
def f():
    net = nn.Sequential(nn.Linear(1, 1)).append(nn.ReLU())
    opt = torch.optim.Adam(net.parameters(), lr=0.5)
    scheduler = torch.optim.lr_scheduler.StepLR(opt, 1, gamma=0.5)
    opt.step(); scheduler.step()
    missing = net.load_state_dict(net.state_dict()).missing_keys
    normal = torch.distributions.Normal(0., 1.)
    return scheduler.get_last_lr(), missing, opt.param_groups[0]['lr'], normal.mean.item(), net[0].in_features, normal.loc.item()
""",
        ([0.25], [], 0.25, 0.0, 1, 0.0),
    ),
    "attributes that the learner gives": (
        """
def f():
    w, net = torch.ones(1), nn.Linear(1, 1)
    w.note, net.act = 'mine', F.relu
    return w.note, net.act(torch.tensor(-1.)).item(), net.weight.shape[0]
""",
        ("mine", 0.0, 1),
    ),
    "methods of plain values": (
        """
def f():
    from collections import deque, OrderedDict
    q = deque([1], maxlen=2)
    q.appendleft(0)
    return 'x'.join(['a', 'b']), {1: 2}.get(1), [3, 1].index(1), (4).bit_length(), (1.5).is_integer(), list(q), OrderedDict(a=1).keys() == {'a': 1}.keys(), dict.fromkeys('a'), list(range(3)).copy()
""",
        ("axb", 2, 1, 3, False, [0, 1], True, {"a": None}, [0, 1, 2]),
    ),
    "a suppressed exception": (
        """
from contextlib import suppress
def f():
    with suppress(ZeroDivisionError):
        1 / 0
    return 1
""",
        1,
    ),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_code_runs_unmodified(name: str) -> None:
    source, expected = ORDINARY[name]
    assert result(source) == expected


def test_misspelt_name_of_torch_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'zeroes'"):
        run("torch.zeroes(2)")


def test_misspelt_import_is_an_import_error() -> None:
    with pytest.raises(ImportError, match="cannot import name 'sqroot' from 'math'"):
        run("from math import sqroot")


def test_prints_go_to_the_capture() -> None:
    got: list[str] = []
    prints = Prints(got.append, 100)
    load("print('a', 1, sep='-')\nprint('b', end='')\n", prints, by_policy=True)
    prints.hand_over()
    assert "".join(got) == "a-1\nb"


def test_convolutions_are_noted_under_any_alias() -> None:
    facade.uses.clear()
    result(
        "from torch.nn.functional import conv2d as c\ndef f():\n    return c(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 2, 2))"
    )
    assert facade.uses == {"conv2d": 1}


def test_importing_a_convolution_is_not_using_it() -> None:
    facade.uses.clear()
    result("from torch.nn.functional import conv2d\ndef f():\n    return 1")
    assert facade.uses == {}


def test_every_public_function_of_nn_functional_is_offered() -> None:
    offered = set(MODULES["torch.nn.functional"].names)
    wanted = {
        "conv2d",
        "unfold",
        "fold",
        "pad",
        "relu",
        "softmax",
        "mse_loss",
        "cross_entropy",
        "max_pool2d",
        "one_hot",
        "interpolate",
    }
    assert wanted <= offered


def test_wraps_copies_no_attribute_past_the_guard() -> None:
    with pytest.raises(TypeError):
        run("import functools\nclass A: pass\nfunctools.wraps(torch.ones(1), assigned=('numpy',))(A())")
