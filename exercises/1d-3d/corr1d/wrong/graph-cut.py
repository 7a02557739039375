r"""
en: >-
  The values are right, but no gradient comes back. Somewhere the result is built from plain Python numbers or
  detached tensors, and there the history that autograd needs ends. Check for .item(), torch.tensor(…),
  .detach() and no_grad.
zh: >-
  数值是对的，但梯度传不回来。结果在某处是由普通的 Python 数或脱离计算图的张量构造的，自动求导所需的历史到那里就断了。请检查 .item()、torch.tensor(…)、.detach() 和 no_grad。
look: '^[^#]*(\.item\(\)|torch\.tensor\(|\.detach\(|no_grad|\.data\b|tolist)'
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.tensor([(x[i : i + m] * k).sum().item() for i in range(n - m + 1)])
