"""
en: "Let torch find the output size, and count the products of one output value."
zh: 输出尺寸交给 torch 去算，自己只数一个输出值需要多少次乘法。
"""

import torch
from torch.nn import functional as F


def conv_macs(c_in, c_out, k, n, p, s):
    K = torch.zeros(c_out, c_in, *k)
    Y = F.conv2d(torch.zeros(c_in, *n), K, padding=p, stride=s)
    return Y.numel() * K[0].numel()
