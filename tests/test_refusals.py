"""What the language policy refuses says its line, its reason and what to do instead, in both languages."""

from __future__ import annotations

import re

import pytest
from policy_world import fault, refusal, run
from proof import record

from grader.model import LANGS, Lang, Message
from grader.sandbox.faults import fault_of
from grader.sandbox.refusal import Refused
from grader.words import catalogue, say

REFUSED = {
    "import os": ("refused.import-system", 1),
    "x = 1\nimport numpy as np": ("refused.import-numpy", 2),
    "from numpy import array": ("refused.import-numpy", 1),
    "from d2l import torch as d2l": ("refused.import-d2l", 1),
    "import matplotlib.pyplot as plt": ("refused.import-plot", 1),
    "from torchvision import transforms": ("refused.import-torchvision", 1),
    "from torch import *": ("refused.import-star", 1),
    "from . import x": ("refused.import-relative", 1),
    "from torch import os": ("refused.name", 1),
    "from torch import hub": ("refused.files", 1),
    "def f():\n    import sys": ("refused.import-system", 2),
    "import torch.utils.cpp_extension": ("refused.import", 1),
    "def f():\n    return np.zeros(3)": ("refused.import-numpy", 2),
    "plt.show()": ("refused.import-plot", 1),
    "d2l.plt": ("refused.import-d2l", 1),
    "class A:\n    def __init__(self):\n        self._w = 1": ("refused.private-attribute", 3),
    "def f(x):\n    return x.__dict__": ("refused.dunder-attribute", 2),
    "def f():\n    return ().__class__.__bases__": ("refused.dunder-attribute", 2),
    "x = __builtins__": ("refused.dunder-name", 1),
    "__builtins__ = []": ("refused.dunder-name", 1),
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
    "torch.utils.data.DataLoader([1], num_workers=2)": ("refused.processes", 1),
    "torch.utils.data.DataLoader([1], 1, False, None, None, 2)": ("refused.processes", 1),
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
    "from abc import ABC\nclass A(ABC): pass\nA.register(int)": ("refused.inspect", 3),
    "from dataclasses import dataclass\ndataclass(nn.Module)": ("refused.readonly", 2),
    "torch.ones(1).data_ptr()": ("refused.storage", 1),
    "class A(nn.Module):\n    def cuda(self):\n        return super().cuda()\nA().cuda()": ("refused.devices", 3),
    "AttributeError('x').obj": ("refused.inspect", 1),
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
def test_refusal_is_said_in_both_languages(source: str, lang: Lang) -> None:
    with pytest.raises(Refused) as caught:
        run(source)
    found = fault_of(caught.value, source.split("\n"))
    assert "?" not in say(Message(found.code, found.args), lang)


def test_every_refusal_code_of_the_texts_is_provoked() -> None:
    provoked = {code for code, _ in [*REFUSED.values(), *HABITS.values()]}
    assert {code for code in catalogue() if code.startswith("refused.")} - provoked == {"refused.statement"}


def test_first_refused_line_is_the_one_that_is_said() -> None:
    assert refusal("def f():\n    return np.zeros(1)\nimport os\n") == ("refused.import-numpy", 2)


# What learners write out of habit: from notebooks, from the book, from other courses.
HABITS = {
    "%matplotlib inline\nimport torch": ("load.magic", 1),
    "import torch\n!pip install d2l": ("load.magic", 2),
    "import torch\nimport numpy as np\nx = np.array([1])": ("refused.import-numpy", 2),
    "from matplotlib import pyplot as plt": ("refused.import-plot", 1),
    "def f():\n    plt.imshow(torch.ones(2, 2))": ("refused.import-plot", 2),
    "import torchvision.transforms as T": ("refused.import-torchvision", 1),
    "from scipy.signal import correlate2d": ("refused.import-convolution", 1),
    "import scipy.ndimage": ("refused.import-convolution", 1),
    "from scipy import signal": ("refused.import-science", 1),
    "import pandas as pd": ("refused.import-science", 1),
    "import cv2": ("refused.import-image", 1),
    "from PIL import Image": ("refused.import-image", 1),
    "import tensorflow as tf": ("refused.import-framework", 1),
    "from mxnet import np, npx\nnpx.set_np()": ("refused.import-framework", 1),
    "npx.set_np()": ("refused.import-framework", 1),
    "import os\nos.environ['A'] = '1'": ("refused.import-system", 1),
    "import torch\nimport sys\nsys.exit()": ("refused.import-system", 2),
    "from pathlib import Path": ("refused.import-system", 1),
    "import pickle": ("refused.import-system", 1),
    "from tqdm import tqdm": ("refused.import-progress", 1),
    "from IPython import display": ("refused.import-notebook", 1),
    "import logging": ("refused.import-logging", 1),
    "from torch.utils.tensorboard import SummaryWriter": ("refused.import-logging", 1),
    "import argparse": ("refused.import-arguments", 1),
    "import unittest": ("refused.import-tests", 1),
    "import requests": ("refused.import-system", 1),
    "import mymodule": ("refused.import", 1),
    "def f():\n    x = torch.ones(2)\n    return x.to('cuda')": ("refused.devices", 3),
    "def f():\n    return torch.zeros(2, device='cuda')": ("refused.devices", 2),
    "def f():\n    return nn.Linear(1, 1).to(torch.device('cuda'))": ("refused.devices", 2),
    "def f():\n    return torch.ones(2).to('mps')": ("refused.devices", 2),
    "def f():\n    return torch.ones(2).detach().cpu().numpy()": ("refused.numpy", 2),
    "def f():\n    with open('log.txt', 'w') as log:\n        log.write('x')": ("refused.open", 2),
    "def f():\n    n = int(input('n: '))": ("refused.input", 2),
    "def f():\n    net = nn.Linear(1, 1)\n    torch.save(net.state_dict(), 'net.pt')": ("refused.files", 3),
    "def f():\n    return eval('1 + 1')": ("refused.eval", 2),
    "def f():\n    print(dir(torch))": ("refused.scope", 2),
    "def f():\n    exit()": ("refused.exit", 2),
    "class A:\n    def __init__(self, w):\n        self._w = w": ("refused.private-attribute", 3),
    "class A:\n    def g(self):\n        return self.__dict__": ("refused.dunder-attribute", 3),
    "class A:\n    def __getattr__(self, name):\n        return 1": ("refused.dunder-method", 2),
    "def f(x):\n    match x:\n        case 1:\n            return 2": ("refused.match", 2),
    "async def train():\n    pass": ("refused.async", 1),
    "def f():\n    return torch.jit.script(nn.Linear(1, 1))": ("refused.compilation", 2),
    "def f():\n    return nn.DataParallel(nn.Linear(1, 1))": ("refused.processes", 2),
    "```python\ndef f(): pass\n```": ("load.fence", 1),
    ">>> x = 1": ("load.prompt", 1),
}


@pytest.mark.proof
def test_forty_habits_and_more_are_refused_by_line_reason_and_remedy() -> None:
    assert len(HABITS) >= 40
    found = {source: fault(source) for source in HABITS}
    assert {source: (f.code, f.args["line"]) for source, f in found.items() if f} == HABITS
    record("refusals", habits=len(HABITS), codes=len({code for code, _ in HABITS.values()}))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("source", HABITS)
def test_a_refused_habit_is_told_its_line_and_what_to_do(source: str, lang: Lang) -> None:
    found = fault(source)
    assert found is not None
    said = say(Message(found.code, found.args), lang)
    line = {"en": rf"\b[Ll]ine {HABITS[source][1]}\b", "zh": f"第 {HABITS[source][1]} 行"}[lang]
    remedy = {"en": r"\b(Use|use|Write|Remove|Take|Loop|Leave|Call|Return|Import|Stay|return|work)\b", "zh": "请"}[lang]
    assert (re.search(line, said) is not None, re.search(remedy, said) is not None) == (True, True), said


@pytest.mark.parametrize(("module", "name"), [("torch", "torch"), ("F", "torch.nn.functional")])
def test_a_module_that_cannot_be_changed_is_called_by_its_name(module: str, name: str) -> None:
    with pytest.raises(Refused) as refused:
        run(f"{module}.x = 1")
    assert refused.value.message_args["name"] == name


def test_what_does_not_compile_is_not_said_to() -> None:
    assert refusal("def f():\n    return torch.ops.aten\n") == ("refused.name", 2)
