r"""
en: >-
  The weight loses too many axes. squeeze() without an argument removes every axis of size 1, and with a single
  channel in or out that takes more than the last two. Check what becomes of conv.weight: [:, :, 0, 0] and
  flatten(1) always leave two axes.
zh: >-
  权重丢掉了太多维度。不带参数的 squeeze() 会去掉所有大小为 1 的维度；输入或输出只有一个通道时，去掉的就不只是最后两维。请检查 conv.weight 变成了什么：[:, :, 0, 0] 和 flatten(1) 总会留下两个维度。
look: '^[^#]*\.squeeze\(\)'
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    L.weight = nn.Parameter(conv.weight.detach().clone().squeeze())
    if conv.bias is not None:
        L.bias = nn.Parameter(conv.bias.detach().clone())
    return L
