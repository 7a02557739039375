"""
en: >-
  The kernel is stretched along a diagonal. You square the sum x + y, so that all places with x = −y count
  alike; the formula has the sum of the squares. Check the brackets: x² + y², not (x + y)².
zh: >-
  卷积核沿一条对角线被拉长了。你对 x + y 的和取了平方，于是 x = −y 的位置都一样大；公式里是平方的和。请检查括号：是 x² + y²，而不是 (x + y)²。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    K = torch.exp(-((a[:, None] + a[None, :]) ** 2) / (2 * sigma**2))
    return K / K.sum()
