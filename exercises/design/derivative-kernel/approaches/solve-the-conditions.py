"""
en: Write down what the kernel must give on each power of x and solve; this works for any sample points, but loses digits when d is large.
zh: 写出核在 x 的每个幂次上应得的值，再解方程组；换成任何采样点都适用，但 d 较大时会损失精度。
"""

import math

import torch


def derivative_kernel(d):
    x = torch.arange(d + 1, dtype=torch.float64)
    powers = torch.stack([x**n for n in range(d + 1)])
    wanted = torch.zeros(d + 1, dtype=torch.float64)
    wanted[d] = math.factorial(d)
    return torch.linalg.solve(powers, wanted)
