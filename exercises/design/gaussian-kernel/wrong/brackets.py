"""
en: >-
  The exponent is multiplied by σ² instead of divided by it. In Python, a / 2 * s**2 means (a / 2) · s²: so a
  larger sigma makes the bell narrower. Check the brackets around the denominator.
zh: >-
  指数乘上了 σ²，而不是除以它。在 Python 中，a / 2 * s**2 的意思是 (a / 2)·s²，于是 σ 越大，钟形反而越窄。请检查分母外面的括号。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp(-(a**2) / 2 * sigma**2)
    K = torch.outer(g, g)
    return K / K.sum()
