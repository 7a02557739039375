r"""
en: >-
  Conv2D is not an nn.Module any more. So it has no named_parameters() and no state_dict(), and an optimizer
  could not find what to learn; layer(x) works only if the class defines it. Check the class line: class
  Conv2D(nn.Module), with super().__init__() first in __init__.
zh: >-
  Conv2D 已经不是 nn.Module 了。它没有 named_parameters()，也没有 state_dict()，优化器找不到要学习的参数；layer(x) 也要自己定义才能用。请检查 class 那一行：应为 class Conv2D(nn.Module)，并在 __init__ 的第一行调用 super().__init__()。
look: 'class Conv2D(?!\(\s*(nn|torch\.nn)\.Module)'
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    rows = range(X.shape[0] - h + 1)
    columns = range(X.shape[1] - w + 1)
    return torch.stack([torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in columns]) for i in rows])


class Conv2D:
    def __init__(self, kernel_size):
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def __call__(self, x):
        return corr2d(x, self.weight) + self.bias
