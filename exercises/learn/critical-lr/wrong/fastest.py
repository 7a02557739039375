"""
en: >-
  You return the fastest rate, not the limit. 2/(λ_min + λ_max) is where the slowest direction shrinks as
  quickly as possible; the loss still falls up to 2/λ_max. Check the denominator: the largest eigenvalue
  stands there alone.
zh: >-
  你返回的是收敛最快的学习率，而不是临界值。取 2/(λ_min + λ_max) 时，最慢的方向缩小得最快；而直到 2/λ_max，损失都还会下降。请检查分母：那里只有最大特征值。
"""

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    values = torch.linalg.eigvalsh(2 * A.t() @ A)
    return 2 / (values[0] + values[-1]).item()
