"""What the language policy allows and refuses, as plain tables. `policy` reads source by them, `guards` runs by them."""

from __future__ import annotations

SAMPLE = """
import torch
from torch import nn

def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        self.count = sum([1 for _ in x])
        return x * self.weight
"""
"""Ordinary learner code: compiled to warm the zygote, and every cell's own pages."""

_SPECIAL = """
    init call len getitem setitem delitem iter next reversed contains repr str format hash bool int float index abs
    neg pos invert round eq ne lt le gt ge enter exit missing
    add sub mul matmul truediv floordiv mod pow and or xor lshift rshift
    radd rsub rmul rmatmul rtruediv rfloordiv rmod rpow rand ror rxor
    iadd isub imul imatmul itruediv ifloordiv imod ipow
"""
SPECIAL_METHODS = frozenset(f"__{name}__" for name in _SPECIAL.split())
"""Methods with these names may be defined in a class and called by name."""

SPECIAL_ATTRIBUTES = SPECIAL_METHODS | {"__name__", "__doc__", "__class__", "__version__"}

BUILTINS_REFUSED = {
    "open": "refused.open",
    "input": "refused.input",
    "eval": "refused.eval",
    "exec": "refused.eval",
    "compile": "refused.eval",
    "globals": "refused.scope",
    "locals": "refused.scope",
    "vars": "refused.scope",
    "dir": "refused.scope",
    "exit": "refused.exit",
    "quit": "refused.exit",
    "breakpoint": "refused.builtin",
    "help": "refused.builtin",
    "memoryview": "refused.builtin",
    "bytearray": "refused.builtin",
}
"""Builtins that are not on offer, unless the learner uses the name for something else."""

IMPORTS_REFUSED = {
    "numpy": "refused.import-numpy",
    "d2l": "refused.import-d2l",
    "matplotlib": "refused.import-plot",
    "pylab": "refused.import-plot",
    "seaborn": "refused.import-plot",
    "torchvision": "refused.import-torchvision",
    "torchaudio": "refused.import-torchvision",
}
NAMES_REFUSED = BUILTINS_REFUSED | {
    "np": "refused.import-numpy",
    "d2l": "refused.import-d2l",
    "plt": "refused.import-plot",
}
STATEMENTS_REFUSED = {
    "Match": "refused.match",
    "AsyncFunctionDef": "refused.async",
    "AsyncFor": "refused.async",
    "AsyncWith": "refused.async",
    "Await": "refused.async",
    "TryStar": "refused.except-star",
}
