r"""
en: >-
  The values are right, but no gradient can flow back. Somewhere a tensor became a plain number or was cut off
  from autograd: .item(), .tolist(), .detach(), .data, a new torch.tensor(…) and torch.no_grad() all do that.
  Check what happens between X, K and the result.
zh: >-
  数值是对的，但梯度传不回去。某一步把张量变成了普通的数，或者切断了自动求导：.item()、.tolist()、.detach()、.data、重新创建的 torch.tensor(…) 和 torch.no_grad() 都会这样。请检查从 X、K 到结果之间的每一步。
look: '^[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b|no_grad)'
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum().item()
    return Y
