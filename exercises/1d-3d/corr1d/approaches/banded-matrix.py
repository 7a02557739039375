"""
en: Each row of the matrix holds k, one place further right; sliding becomes one product, but with a short k nearly all numbers of the matrix are zeros.
zh: 矩阵的每一行都是 k，逐行右移一格；滑动变成一次矩阵乘法，但 k 很短时矩阵里几乎全是零。
"""

import torch
import torch.nn.functional as F


def corr1d(x, k):
    last = len(x) - len(k)
    band = torch.stack([F.pad(k, (left, last - left)) for left in range(last + 1)])
    return band @ x
