"""
en: >-
  You treat kernel and bias apart and add their eigenvalues. The number of outputs, doubled, is the curvature
  along the bias alone; but kernel and bias act together, and eigenvalues of parts do not add up. Check how
  the bias enters: it is a column of ones in A, before AᵀA is formed.
zh: >-
  你把卷积核与偏置分开来算，再把特征值相加。输出个数的 2 倍只是沿偏置一个方向的曲率；但核与偏置是共同起作用的，各部分的特征值不能这样相加。请检查偏置是怎样进入计算的：它是 A 的一列 1，要在求 AᵀA 之前加上。
"""

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    values = torch.linalg.eigvalsh(2 * A.t() @ A)
    return 2 / (values[-1].item() + 2 * bias * A.shape[0])
