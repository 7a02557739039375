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


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.tensor([corr2d_multi_in(X, k).tolist() for k in K])
