r"""
en: >-
  The values are right, but no gradient can flow back. Somewhere a tensor became a plain number or was cut off
  from autograd: .item(), .tolist(), .detach(), .data, a new torch.tensor(…) and torch.no_grad() all do that.
  Check what happens between A, B and the result.
zh: >-
  数值是对的，但梯度传不回去。某一步把张量变成了普通的数，或者切断了自动求导：.item()、.tolist()、.detach()、.data、重新创建的 torch.tensor(…) 和 torch.no_grad() 都会这样。请检查从 A、B 到结果之间的每一步。
look: 'tolist|item|detach|\.data|torch\.tensor|no_grad'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = A.new_zeros(a + c - 1, b + d - 1)
    for i in range(c):
        for j in range(d):
            C[i : i + a, j : j + b] = C[i : i + a, j : j + b] + B[i, j].item() * A.detach()
    return C
