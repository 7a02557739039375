r"""
en: >-
  The values are right, but no gradient comes back. Somewhere the result is built from plain Python numbers or
  detached tensors, and there the history that autograd needs ends. Check for .item(), torch.tensor(…),
  .detach() and no_grad.
zh: >-
  数值是对的，但梯度传不回来。结果在某处是由普通的 Python 数或脱离计算图的张量构造的，自动求导所需的历史到那里就断了。请检查 .item()、torch.tensor(…)、.detach() 和 no_grad。
look: '^[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b|no_grad|torch\.tensor\()'
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    with torch.no_grad():
        return (K[:, :, 0, 0] @ X.reshape(c, -1)).reshape(-1, h, w)
