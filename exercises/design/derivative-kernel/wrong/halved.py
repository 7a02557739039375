"""
en: >-
  The kernel is too weak by a factor of 2 for each order. Dividing by 2 belongs to central differences, whose
  samples lie two apart; neighbours are one apart. Check what you divide by.
zh: >-
  卷积核太弱：阶数每高一阶，就再减半。除以 2 属于中心差分，那里的两个采样值相隔为 2；相邻的数只相隔 1。请检查除以了多少。
"""

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.ones(1)
    for _ in range(d):
        k = (F.pad(k, (1, 0)) - F.pad(k, (0, 1))) / 2
    return k
