"""
en: >-
  You used the singular value of A as if it were the eigenvalue. The eigenvalues of AᵀA are the squares of the
  singular values of A. Check the denominator: 2 times the square of the largest one.
zh: >-
  你把 A 的奇异值当成了特征值。AᵀA 的特征值是 A 的奇异值的平方。请检查分母：应是最大奇异值的平方的 2 倍。
"""

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    return 1 / torch.linalg.svdvals(A)[0].item()
