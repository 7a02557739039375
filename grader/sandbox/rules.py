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

PLAIN_DUNDERS = frozenset({"__all__", "__author__", "__slots__", "__version__"})
"""Names between underscores that a file or a class may give a value: Python asks for nothing more than data there."""

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

_IMPORTS = {
    "refused.import-numpy": "numpy",
    "refused.import-d2l": "d2l",
    "refused.import-plot": "matplotlib pylab seaborn plotly",
    "refused.import-torchvision": "torchvision torchaudio",
    "refused.import-convolution": "scipy.signal scipy.ndimage",
    "refused.import-science": "scipy pandas sklearn sympy",
    "refused.import-image": "cv2 PIL skimage imageio",
    "refused.import-framework": "tensorflow keras mxnet jax paddle mindspore cupy",
    "refused.import-notebook": "IPython ipywidgets google.colab",
    "refused.import-progress": "tqdm rich",
    "refused.import-logging": "logging torch.utils.tensorboard tensorboard tensorboardX wandb",
    "refused.import-arguments": "argparse click",
    "refused.import-tests": "unittest pytest doctest",
    "refused.import-system": """
        os sys pathlib shutil subprocess io glob tempfile socket urllib requests http pickle json csv threading multiprocessing
        concurrent asyncio signal platform gc inspect importlib ctypes builtins types
    """,
}
IMPORTS_REFUSED = {module: code for code, modules in _IMPORTS.items() for module in modules.split()}
"""Modules that are not on offer, with what is inside them."""

NAMES_REFUSED = BUILTINS_REFUSED | {
    "np": "refused.import-numpy",
    "d2l": "refused.import-d2l",
    "plt": "refused.import-plot",
    "pd": "refused.import-science",
    "cv2": "refused.import-image",
    "npx": "refused.import-framework",
    "tf": "refused.import-framework",
    "os": "refused.import-system",
    "sys": "refused.import-system",
    "tqdm": "refused.import-progress",
}
"""Names that say which import was left out, unless the learner uses them for something else."""

STATEMENTS_REFUSED = {
    "Match": "refused.match",
    "AsyncFunctionDef": "refused.async",
    "AsyncFor": "refused.async",
    "AsyncWith": "refused.async",
    "Await": "refused.async",
    "TryStar": "refused.except-star",
}
