"""
en: Run a layer on zeros and read off the shape; the surest test of a formula, but it computes a whole image for two numbers.
zh: 让一个层在全零图像上算一遍，直接读出形状；检验公式最可靠，但为两个数算了整张图。
"""

import torch
from torch import nn


def conv_out_shape(n, k, p, s):
    layer = nn.Conv2d(1, 1, tuple(k), stride=tuple(s), padding=tuple(p))
    return tuple(layer(torch.zeros(1, 1, *n)).shape[2:])
