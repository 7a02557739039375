"""
en: With the corners at 1/6 and the sides at 4/6, the leading error is the same in every direction; it costs nine products in place of five.
zh: 四角取 1/6，四边取 4/6，主要误差在各个方向上相同；代价是九次乘法，而不是五次。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[1.0, 4.0, 1.0], [4.0, -20.0, 4.0], [1.0, 4.0, 1.0]]) / 6
