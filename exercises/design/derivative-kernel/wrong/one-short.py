"""
en: >-
  Your kernel is the one for the order below. It has d numbers and does not give 0 on x to the power d − 1.
  Counting from 0, order d needs d differences. Check where your loop ends.
zh: >-
  你返回的是低一阶的卷积核。它只有 d 个数，对 x 的 d − 1 次幂也不为 0。从 0 数起，d 阶需要做 d 次差分。请检查循环的终点。
"""

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.ones(1)
    for _ in range(d - 1):
        k = F.pad(k, (1, 0)) - F.pad(k, (0, 1))
    return k
