"""Everything a cell may need that would open a file or take long the first time: done once, in the zygote."""

from __future__ import annotations

import copy
import random
import traceback
import warnings
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from grader.sandbox import cell, facade, faults, policy
from grader.sandbox.prints import Prints
from grader.sandbox.probes import OpCount


def up() -> dict[str, Any]:
    """Warm everything in one thread; what the ready frame says of torch comes back."""
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    facade.note_layers()
    warnings.simplefilter("ignore")  # a cell has nobody to warn, and showing a warning opens source files
    cell.warm_pages()
    _train()
    _draw()
    _differentiate()
    _fail()
    with OpCount():
        nn.Conv2d(1, 1, 2)(torch.rand(1, 1, 3, 3))
    print(torch.rand(2, 2), torch.tensor([1.5, float("nan")]), nn.Conv2d(1, 1, 1), file=Prints(lambda _: None, 1 << 16))
    facade.uses.clear()
    return {"torch": str(torch.__version__), "threads": torch.get_num_threads()}


def _train() -> None:
    """A small network under every common optimizer and scheduler: the first one imports much."""
    net = nn.Sequential(
        nn.Conv2d(1, 2, 3, padding=1), nn.BatchNorm2d(2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8, 3)
    )
    data = DataLoader(TensorDataset(torch.rand(4, 1, 4, 4), torch.tensor([0, 1, 2, 0])), batch_size=2, shuffle=True)
    for kind in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad):
        optimizer = kind(net.parameters(), lr=0.01)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1)
        for images, labels in data:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(images), labels).backward()
            optimizer.step()
        scheduler.step()
    copy.deepcopy(net).load_state_dict(net.state_dict())


def _draw() -> None:
    random.seed(0)
    torch.nn.init.xavier_uniform_(torch.empty(2, 2))
    for distribution in (torch.distributions.Normal(0.0, 1.0), torch.distributions.Multinomial(3, torch.ones(3) / 3)):
        distribution.log_prob(distribution.sample())  # type: ignore[no-untyped-call]


def _differentiate() -> None:
    """Functions that import on their first call: jacobians, vmap, einsum paths, comparisons, resampling, linear algebra."""
    x = torch.rand(3)
    torch.autograd.functional.hessian(lambda v: (v**3).sum(), x)
    torch.func.jacrev(lambda v: v**2)(x)
    torch.vmap(torch.sin)(x)
    torch.einsum("ij,jk,kl->il", torch.rand(2, 2), torch.rand(2, 2), torch.rand(2, 2))
    torch.testing.assert_close(x, x)
    torch.linalg.eigvalsh(torch.eye(3))
    torch.fft.ifft2(torch.fft.fft2(torch.rand(4, 4)))
    image = torch.rand(1, 1, 4, 4)
    nn.functional.interpolate(image, scale_factor=2, mode="bilinear")
    nn.functional.fold(nn.functional.unfold(image, 2), (4, 4), 2)
    torch.unique(torch.tensor([1, 1, 2]))


def _fail() -> None:
    """The ways in which learner code fails: descriptions of exceptions import too."""
    for source in ("def (", "import os", "match 1:\n    case 1: pass", "x = [1][2]"):
        try:
            cell.load(source, Prints(lambda _: None, 1), by_policy=True)
        except Exception as error:
            faults.fault_of(error, source.split("\n")).error()
            traceback.format_exc()
    try:
        torch.zeros(2, 3) @ torch.zeros(2)
    except RuntimeError as error:
        faults.fault_of(error, [])
    try:
        torch.testing.assert_close(torch.zeros(2), torch.ones(2))
    except AssertionError as error:
        faults.fault_of(error, [])
    policy.compile_source("x: int = 3\n")
