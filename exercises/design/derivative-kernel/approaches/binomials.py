"""
en: The numbers are those of Pascal's triangle with alternating signs; the closed form needs no earlier kernel.
zh: 这些数就是杨辉三角的一行，正负号交替；有了通项公式，不必先求低阶的核。
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([(-1.0) ** (d - i) * math.comb(d, i) for i in range(d + 1)])
