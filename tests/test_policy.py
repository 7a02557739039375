"""The language policy: ordinary learner code runs unmodified; what is refused says its line and its reason."""

from __future__ import annotations

import types
from collections import deque
from collections.abc import Iterator
from typing import Any

import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from grader.model import LANGS, Message
from grader.sandbox import facade
from grader.sandbox.cell import load
from grader.sandbox.facade import MODULES
from grader.sandbox.faults import fault_of
from grader.sandbox.guards import guarded_getattr
from grader.sandbox.prints import Prints
from grader.sandbox.refusal import Refused
from grader.words import catalogue, say


def run(source: str) -> dict[str, Any]:
    """The global names of a learner's file, loaded here and not in a cell: only for programs that we wrote."""
    return load(source, Prints(lambda _: None, 1000), by_policy=True)


def result(source: str) -> Any:
    """What `f()` of a learner's file gives."""
    return run(source)["f"]()


def refusal(source: str) -> tuple[str, int | None]:
    """(code, line) of the refusal of a file, or of the call of its `f`."""
    try:
        names = run(source)
        names["f"]()
    except Refused as refused:
        fault = fault_of(refused, source.split("\n"))
        return fault.code, fault.line
    return "", None


ORDINARY = {
    "nested loops and item assignment": ("def f():\n    Y = torch.zeros(2, 2)\n    for i in range(2):\n        for j in range(2):\n            Y[i, j] = i + j\n    return Y.sum().item()", 4.0),
    "+= on items": ("def f():\n    Y = torch.zeros(2)\n    Y[0] += 3\n    Y[1:] -= 1\n    return Y.tolist()", [3.0, -1.0]),
    "+= on items of a list": ("def f():\n    a = [1, 2]\n    a[0] += 5\n    return a", [6, 2]),
    "+= on an attribute": ("class A:\n    n = 0\ndef f():\n    a = A()\n    a.n += 2\n    return a.n", 2),
    "+= reads its left side first": ("class A:\n    n = 1\n    def bump(self):\n        self.n = 10\n        return 5\ndef f():\n    a = A()\n    a.n += a.bump()\n    return a.n", 6),
    "w.data -=": ("def f():\n    w = torch.ones(2, requires_grad=True)\n    w.data -= 0.5\n    return w.tolist()", [0.5, 0.5]),
    "w.data[:] -=": ("def f():\n    w = nn.Parameter(torch.ones(2))\n    w.sum().backward()\n    w.data[:] -= 0.5 * w.grad\n    return w.tolist()", [0.5, 0.5]),
    "module with super().__init__()": ("class Conv2D(nn.Module):\n    def __init__(self, size):\n        super().__init__()\n        self.weight = nn.Parameter(torch.ones(size))\n    def forward(self, x):\n        return (x * self.weight).sum()\ndef f():\n    return Conv2D((2, 2))(torch.ones(2, 2)).item()", 4.0),
    "nn.Module.__init__(self)": ("class A(nn.Module):\n    def __init__(self):\n        nn.Module.__init__(self)\n        self.b = nn.Linear(2, 1)\n    def forward(self, x):\n        return self.b(x)\ndef f():\n    return A()(torch.ones(3, 2)).shape", torch.Size([3, 1])),
    "super(Conv2D, self).__init__()": ("class Conv2D(nn.Module):\n    def __init__(self):\n        super(Conv2D, self).__init__()\n        self.n = 3\n    def forward(self, x):\n        return x * self.n\ndef f():\n    return Conv2D()(2)", 6),
    "class over a layer": ("class C(nn.Conv2d):\n    def forward(self, x):\n        return super().forward(x) * 0\ndef f():\n    return C(1, 1, 2)(torch.ones(1, 1, 3, 3)).sum().item()", 0.0),
    "class over a class of one's own": ("class A:\n    def g(self):\n        return 1\nclass B(A):\n    def g(self):\n        return super().g() + 1\ndef f():\n    return B().g()", 2),
    "comprehensions": ("def f():\n    return [x * y for x in range(3) if x for y in (1, 2)], {x for x in 'aa'}, {k: v for k, v in zip('ab', (1, 2))}, sum(x for x in range(4))", ([1, 2, 2, 4], {"a"}, {"a": 1, "b": 2}, 6)),
    "generator": ("def g(n):\n    for i in range(n):\n        yield i\n    yield from (7, 8)\ndef f():\n    return list(g(2))", [0, 1, 7, 8]),
    "f-string": ("def f():\n    x = 1.2345\n    return f'{x:.2f} {x!r} {[1, 2]}'", "1.23 1.2345 [1, 2]"),
    "format with an attribute": ("def f():\n    return '{0.shape} {n:>3} {0.shape[1]}'.format(torch.zeros(2, 3), n=1)", "torch.Size([2, 3])   1 3"),
    "percent format": ("def f():\n    return '%d %s' % (1, 'a')", "1 a"),
    "lambda": ("def f():\n    g = lambda x, *, k=2: x * k\n    return g(3), sorted([3, 1], key=lambda v: -v)", (6, [3, 1])),
    "type hints": ("from typing import Optional, List\ndef g(x: torch.Tensor, n: Optional[int] = None, *a: int, **k: 'str') -> torch.Tensor:\n    y: torch.Tensor = x + 1\n    z: int\n    return y\nn: int = 3\ndef f() -> List[int]:\n    return g(torch.zeros(1)).item() + n", 4.0),
    "hints that name nothing": ("def f(x: Undefined = 1) -> Nothing:\n    return x", 1),
    "future annotations": ("from __future__ import annotations\ndef f(): return 1", 1),
    "docstrings": ('"""A file."""\ndef f():\n    """One."""\n    return 1', 1),
    "try, except, else, finally": ("def f():\n    out = []\n    try:\n        [][1]\n    except (IndexError, ValueError) as e:\n        out.append(type(e).__name__)\n    else:\n        out.append('else')\n    finally:\n        out.append('end')\n    return out", ["IndexError", "end"]),
    "raise and assert": ("def f():\n    try:\n        assert 1 == 2, 'no'\n    except AssertionError as e:\n        try:\n            raise ValueError('x') from e\n        except ValueError as v:\n            return str(v) + str(e)", "xno"),
    "own exception": ("class Wrong(ValueError):\n    pass\ndef f():\n    try:\n        raise Wrong('x')\n    except Wrong as e:\n        return str(e)", "x"),
    "while, break, continue": ("def f():\n    n = 0\n    while True:\n        n += 1\n        if n < 3:\n            continue\n        break\n    return n", 3),
    "with torch.no_grad()": ("def f():\n    w = torch.ones(1, requires_grad=True)\n    with torch.no_grad():\n        w -= 0.5\n    return w.item()", 0.5),
    "@torch.no_grad()": ("@torch.no_grad()\ndef f():\n    return (torch.ones(1, requires_grad=True) * 2).requires_grad", False),
    "optimizer": ("def f():\n    w = torch.zeros(1, requires_grad=True)\n    opt = torch.optim.SGD([w], lr=0.1)\n    for _ in range(2):\n        opt.zero_grad()\n        ((w - 1) ** 2).sum().backward()\n        opt.step()\n    return round(w.item(), 4)", 0.36),
    "nonlocal and global": ("n = 0\ndef f():\n    global n\n    m = 0\n    def g():\n        nonlocal m\n        m += 1\n    g()\n    n += 1\n    return m + n", 2),
    "star arguments": ("def g(a, *b, c=1, **d):\n    return a, b, c, d\ndef f():\n    first, *rest = [1, 2, 3]\n    return g(*[1, 2], **{'c': 3, 'd': 4}), rest", ((1, (2,), 3, {"d": 4}), [2, 3])),
    "slices and chained comparison": ("def f():\n    a = list(range(6))\n    return a[1:5:2], a[::-1][0], 0 < a[1] <= 1 != 2", ([1, 3], 5, True)),
    "walrus": ("def f():\n    return [y for x in range(3) if (y := x * 2) > 0]", [2, 4]),
    "conditional expression": ("def f():\n    return 1 if [] else 2", 2),
    "ellipsis and None index": ("def f():\n    return torch.zeros(2, 3)[..., None].shape", torch.Size([2, 3, 1])),
    "properties, static and class methods": ("class A:\n    def __init__(self):\n        self.v = 1\n    @property\n    def w(self):\n        return self.v\n    @w.setter\n    def w(self, x):\n        self.v = x\n    @staticmethod\n    def s():\n        return 5\n    @classmethod\n    def c(cls):\n        return cls.s()\ndef f():\n    a = A()\n    a.w = 4\n    return a.w, A.c()", (4, 5)),
    "special methods": ("class V:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return V(self.x + o.x)\n    def __len__(self): return self.x\n    def __getitem__(self, i): return i\n    def __call__(self): return 9\n    def __repr__(self): return 'V'\n    def __eq__(self, o): return True\ndef f():\n    v = V(1) + V(2)\n    return len(v), v[4], v(), str(v)", (3, 4, 9, "V")),
    "class attribute by its class": ("class A:\n    count = 0\n    def __init__(self):\n        A.count += 1\ndef f():\n    A(); A()\n    return A.count", 2),
    "__name__ and __class__": ("class A:\n    def g(self):\n        return self.__class__.__name__\ndef f():\n    return A().g(), f.__name__", ("A", "f")),
    "main block is skipped": ("def f():\n    return 1\nif __name__ == '__main__':\n    f = None", 1),
    "unicode identifiers": ("def f():\n    卷积 = 3\n    α = 卷积 + 1\n    return α", 4),
    "underscore names": ("_pad = 1\ndef _helper(_x):\n    return _x + _pad\ndef f():\n    for _ in range(2):\n        pass\n    return _helper(1)", 2),
    "parameters named like builtins": ("def g(input, dir, id=1, vars=2):\n    return input + dir\ndef f():\n    return g(1, 2)", 3),
    "a name called np": ("def f():\n    np = 3\n    return np", 3),
    "every import form": ("import torch\nimport math, random\nimport torch.nn as nn\nimport torch.nn.functional as func\nfrom torch import nn, Tensor\nfrom torch.nn import functional as F2\nfrom math import sqrt\nfrom collections import defaultdict\nfrom collections.abc import Callable\nimport itertools, functools\nimport torch.nn.functional\ndef f():\n    d = defaultdict(int)\n    d['a'] += 1\n    return sqrt(4), func.relu(torch.tensor(-1.0)).item(), list(itertools.product([1], [2])), functools.reduce(lambda a, b: a + b, [1, 2]), torch.nn.functional.relu(torch.tensor(2.0)).item(), d['a']", (2.0, 0.0, [(1, 2)], 3, 2.0, 1)),
    "import inside a function": ("def f():\n    import math\n    from torch.nn import functional as F\n    return math.floor(F.relu(torch.tensor(2.5)).item())", 2),
    "predefined names": ("def f():\n    return math.pi > 3, F.relu(torch.tensor(1.0)).item(), isinstance(nn.ReLU(), nn.Module)", (True, 1.0, True)),
    "torch.linalg": ("def f():\n    return torch.linalg.eigvalsh(torch.eye(2)).tolist(), torch.linalg.norm(torch.ones(4)).item()", ([1.0, 1.0], 2.0)),
    "as_strided and unfold": ("def f():\n    x = torch.arange(4.0)\n    return torch.as_strided(x, (3, 2), (1, 1)).tolist() == x.as_strided((3, 2), (1, 1)).tolist() == x.unfold(0, 2, 1).tolist()", True),
    "einsum": ("def f():\n    return torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(3, 2)).sum().item()", 12.0),
    "grad switches": ("def f():\n    torch.set_grad_enabled(False)\n    a = torch.is_grad_enabled()\n    torch.set_grad_enabled(True)\n    return a", False),
    "device idiom": ("def f():\n    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')\n    return torch.zeros(1).to(device).device.type, torch.backends.mps.is_available()", ("cpu", False)),
    "data loader": ("from torch.utils.data import DataLoader, TensorDataset\ndef f():\n    data = DataLoader(TensorDataset(torch.arange(4)), batch_size=2, shuffle=True)\n    return sum(batch.sum().item() for (batch,) in data)", 6),
    "own dataset": ("from torch.utils.data import Dataset, DataLoader\nclass D(Dataset):\n    def __len__(self): return 4\n    def __getitem__(self, i): return torch.tensor(i)\ndef f():\n    return len(list(DataLoader(D(), batch_size=2)))", 2),
    "autograd function": ("class Square(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        ctx.save_for_backward(x)\n        return x * x\n    @staticmethod\n    def backward(ctx, g):\n        (x,) = ctx.saved_tensors\n        return 2 * x * g\ndef f():\n    x = torch.tensor(3.0, requires_grad=True)\n    Square.apply(x).backward()\n    return x.grad.item()", 6.0),
    "own optimizer": ("class Plain(torch.optim.Optimizer):\n    def __init__(self, params, lr):\n        super().__init__(params, {'lr': lr})\n    def step(self):\n        for group in self.param_groups:\n            for p in group['params']:\n                p.data -= group['lr'] * p.grad\ndef f():\n    w = torch.ones(1, requires_grad=True)\n    (w * 2).sum().backward()\n    Plain([w], 0.25).step()\n    return w.item()", 0.5),
    "hooks and parameters": ("def f():\n    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())\n    seen = []\n    net.register_forward_hook(lambda m, i, o: seen.append(o.shape))\n    net(torch.ones(1, 2))\n    return len(seen), len(list(net.parameters())), net[0].weight.shape", (1, 2, torch.Size([2, 2]))),
    "a method called save, compile or cuda of one's own": ("class A(nn.Module):\n    def cuda(self):\n        return 'mine'\n    def compile(self):\n        return 'too'\ndef f():\n    return A().cuda() + A().compile()", "minetoo"),
    "getattr with a default": ("class A: pass\ndef f():\n    a = A()\n    setattr(a, 'x', 3)\n    return getattr(a, 'x'), getattr(a, 'y', 4), hasattr(a, 'z'), hasattr(torch, 'save')", (3, 4, False, False)),
    "cache decorator": ("from functools import lru_cache, partial\n@lru_cache(maxsize=None)\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\ndef f():\n    return partial(fib, 30)()", 832040),
    "named tuple and counter": ("from collections import namedtuple, Counter\nP = namedtuple('P', 'x y')\ndef f():\n    return P(1, 2).x, Counter('aab')['a']", (1, 2)),
    "delete": ("class A: pass\ndef f():\n    a, d = A(), {1: 2}\n    a.x = 1\n    del a.x, d[1]\n    return hasattr(a, 'x'), d", (False, {})),
    "hessian": ("def f():\n    return torch.autograd.functional.hessian(lambda x: (x ** 2).sum(), torch.ones(2)).tolist()", [[2.0, 0.0], [0.0, 2.0]]),
    "deep copy of a network": ("import copy\ndef f():\n    net = nn.Linear(1, 1)\n    return copy.deepcopy(net).weight.item() == net.weight.item()", True),
    "matmul operator and +=": ("def f():\n    a = torch.eye(2)\n    a @= torch.full((2, 2), 2.0)\n    b = [1]\n    b += [2]\n    return a.sum().item(), b", (8.0, [1, 2])),
    "function attribute": ("def g(): return 1\ndef f():\n    g.calls = 3\n    return g.calls", 3),
    "in-place methods": ("def f():\n    x = torch.zeros(2)\n    x.add_(1).mul_(3)\n    x.fill_diagonal_ if False else None\n    return x.tolist()", [3.0, 3.0]),
    "exceptions of the system": ("def f():\n    try:\n        raise SystemExit(2)\n    except BaseException as e:\n        return e.code", 2),
    "version": ("def f():\n    return torch.__version__.split('.')[0]", "2"),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_code_runs_unmodified(name: str) -> None:
    source, expected = ORDINARY[name]
    assert result(source) == expected


REFUSED = {
    "import os": ("refused.import", 1),
    "x = 1\nimport numpy as np": ("refused.import-numpy", 2),
    "from numpy import array": ("refused.import-numpy", 1),
    "from d2l import torch as d2l": ("refused.import-d2l", 1),
    "import matplotlib.pyplot as plt": ("refused.import-plot", 1),
    "from torchvision import transforms": ("refused.import-torchvision", 1),
    "from torch import *": ("refused.import-star", 1),
    "from . import x": ("refused.import-relative", 1),
    "from torch import os": ("refused.name", 1),
    "from torch import hub": ("refused.files", 1),
    "def f():\n    import sys": ("refused.import", 2),
    "import torch.utils.cpp_extension": ("refused.import", 1),
    "def f():\n    return np.zeros(3)": ("refused.import-numpy", 2),
    "plt.show()": ("refused.import-plot", 1),
    "d2l.plt": ("refused.import-d2l", 1),
    "class A:\n    def __init__(self):\n        self._w = 1": ("refused.private-attribute", 3),
    "def f(x):\n    return x.__dict__": ("refused.dunder-attribute", 2),
    "def f():\n    return ().__class__.__bases__": ("refused.dunder-attribute", 2),
    "x = __builtins__": ("refused.dunder-name", 1),
    "__all__ = []": ("refused.dunder-name", 1),
    "class A:\n    def __del__(self): pass": ("refused.dunder-method", 2),
    "def __getattr__(n): pass": ("refused.dunder-method", 1),
    "match 1:\n    case 1: pass": ("refused.match", 1),
    "async def f(): pass": ("refused.async", 1),
    "try:\n    pass\nexcept* ValueError:\n    pass": ("refused.except-star", 1),
    "open('x')": ("refused.open", 1),
    "x = input()": ("refused.input", 1),
    "eval('1')": ("refused.eval", 1),
    "exec('1')": ("refused.eval", 1),
    "compile('1', '', 'eval')": ("refused.eval", 1),
    "__import__('os')": ("refused.dunder-name", 1),
    "globals()": ("refused.scope", 1),
    "quit()": ("refused.exit", 1),
    "breakpoint()": ("refused.builtin", 1),
    "class A(metaclass=type): pass": ("refused.metaclass", 1),
    "class T(torch.Tensor): pass": ("refused.tensor-subclass", 1),
    "class T(nn.Parameter): pass": ("refused.tensor-subclass", 1),
    "class T(str): pass": ("refused.subclass", 1),
    "x = 1\n\ntorch.save(1, 'x')": ("refused.files", 3),
    "torch.load('x')": ("refused.files", 1),
    "torch.hub.list": ("refused.files", 1),
    "torch.jit.script": ("refused.compilation", 1),
    "@torch.compile\ndef f(): pass": ("refused.compilation", 1),
    "torch.multiprocessing": ("refused.processes", 1),
    "torch.set_num_threads(4)": ("refused.processes", 1),
    "torch.from_numpy": ("refused.numpy", 1),
    "torch.sys": ("refused.name", 1),
    "torch.ones(1).numpy()": ("refused.numpy", 1),
    "torch.ones(1).untyped_storage()": ("refused.storage", 1),
    "torch.Tensor.storage": ("refused.storage", 1),
    "nn.Linear(1, 1).cuda()": ("refused.devices", 1),
    "torch.ones(1).cuda()": ("refused.devices", 1),
    "nn.Linear(1, 1).compile()": ("refused.compilation", 1),
    "nn.DataParallel": ("refused.processes", 1),
    "torch.zeros = 1": ("refused.readonly", 1),
    "nn.Module.forward = 1": ("refused.readonly", 1),
    "F.relu.x = 1": ("refused.readonly", 1),
    "type('A', (), {})": ("refused.type", 1),
    "type(type(1))": ("refused.type", 1),
    "getattr(torch, '__dict__')": ("refused.inspect", 1),
    "g = (x for x in [])\ng.gi_frame": ("refused.inspect", 2),
    "g = (x for x in [])\ngetattr(g, 'gi_frame')": ("refused.inspect", 2),
    "class A: pass\nA.mro()": ("refused.inspect", 2),
    "'{0.__class__}'.format(1)": ("refused.inspect", 1),
    "str.format('{0.__class__}', 1)": ("refused.inspect", 1),
    "f'{().__class__.__bases__}'": ("refused.dunder-attribute", 1),
    "def f():\n    x = 1\n    x\0": ("refused.binary", 1),
    "torch.ones(1).data.__init__.__globals__": ("refused.dunder-attribute", 1),
    "class A:\n    x = 1\nA.x._y += 1": ("refused.private-attribute", 3),
    "getattr = 1\nopen": ("refused.open", 2),
}


@pytest.mark.parametrize("source", REFUSED)
def test_refusal_names_line_and_code(source: str) -> None:
    assert refusal(source) == REFUSED[source]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("source", REFUSED)
def test_refusal_is_said_in_both_languages(source: str, lang: Any) -> None:
    with pytest.raises(Refused) as caught:
        run(source)
    fault = fault_of(caught.value, source.split("\n"))
    assert "?" not in say(Message(fault.code, fault.args), lang)


def test_every_refusal_code_of_the_texts_is_provoked() -> None:
    provoked = {code for code, _ in REFUSED.values()}
    assert {code for code in catalogue() if code.startswith("refused.")} - provoked == {"refused.statement"}


def test_first_refused_line_is_the_one_that_is_said() -> None:
    assert refusal("def f():\n    return np.zeros(1)\nimport os\n") == ("refused.import-numpy", 2)


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
    result("from torch.nn.functional import conv2d as c\ndef f():\n    return c(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 2, 2))")
    assert facade.uses == {"conv2d": 1}


def test_importing_a_convolution_is_not_using_it() -> None:
    facade.uses.clear()
    result("from torch.nn.functional import conv2d\ndef f():\n    return 1")
    assert facade.uses == {}


def test_every_public_function_of_nn_functional_is_offered() -> None:
    offered = set(MODULES["torch.nn.functional"].names)
    wanted = {"conv2d", "unfold", "fold", "pad", "relu", "softmax", "mse_loss", "cross_entropy", "max_pool2d", "one_hot", "interpolate"}
    assert wanted <= offered


def roots() -> list[Any]:
    """What a learner can hold without asking: everything on offer, and one of each thing that code makes."""
    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    loss = net(torch.ones(1, 2)).sum()
    data = DataLoader(TensorDataset(torch.ones(2)))
    made = [net, optimizer, loss, loss.grad_fn, data, iter(data), torch.Generator(), ValueError("x"), super(nn.Linear, net[0])]
    made += [torch.optim.lr_scheduler.StepLR(optimizer, 1), torch.distributions.Normal(0.0, 1.0), torch.max(loss, 0), net.state_dict()]
    made += [net.register_forward_hook(lambda *_: None), torch.random.fork_rng(), (n for n in range(0)), test_prints_go_to_the_capture]
    made += ["a", b"", 1, 1.0, 1j, [], {}, (), set(), range(1), slice(1), property(), torch.no_grad(), torch.Size([1])]
    return [*MODULES.values(), *run("x = 1")["__builtins__"].values(), *made]


def reached() -> Iterator[tuple[str, Any]]:
    """Everything that guarded dots lead to, one object of each type and every class and function, six dots deep."""
    waiting: deque[tuple[str, Any]] = deque((repr(type(root)), root) for root in roots())
    seen: set[int] = set()
    keep: list[Any] = []  # an object that is gone would give its id to another
    while waiting:
        path, obj = waiting.popleft()
        itself = isinstance(obj, (type, facade.Facade, types.FunctionType, types.BuiltinFunctionType))
        key = id(obj) if itself else id(type(obj))
        if key in seen or path.count(".") > 6:
            continue
        seen.add(key)
        keep.append(obj)
        yield path, obj
        for name in list(obj.names) if isinstance(obj, facade.Facade) else dir(obj):
            try:
                waiting.append((f"{path}.{name}", guarded_getattr(obj, name))) if not name.startswith("_") else None
            except Exception:
                continue


def test_crawl_reaches_no_module_frame_or_code() -> None:
    inner = (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType)
    assert [path for path, obj in reached() if isinstance(obj, inner)] == []


def test_crawl_reaches_no_function_of_the_system() -> None:
    theirs = {"os", "posix", "io", "_io", "sys", "subprocess", "socket", "shutil", "importlib", "ctypes", "pickle", "inspect"}
    assert [path for path, obj in reached() if callable(obj) and str(getattr(obj, "__module__", "")).split(".")[0] in theirs] == []


def test_crawl_reaches_no_file_or_compiler_of_torch() -> None:
    theirs = ("torch.serialization", "torch.hub", "torch.jit", "torch._dynamo", "torch.multiprocessing", "torch.package", "torch.storage")
    assert [path for path, obj in reached() if str(getattr(obj, "__module__", "")).startswith(theirs)] == []


def test_crawl_goes_far_enough_to_mean_something() -> None:
    assert sum(1 for _ in reached()) > 2000
