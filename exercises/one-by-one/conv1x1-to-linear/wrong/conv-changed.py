r"""
en: >-
  The convolution no longer works after your function. Its weight has lost the axes of size 1, but a
  convolution needs all four. Check what you assign to conv.weight: nothing of conv may change; work on a
  copy.
zh: >-
  调用你的函数之后，原来的卷积层不能用了。它的权重丢掉了大小为 1 的维度，而卷积层四个维度都需要。请检查给 conv.weight 赋了什么值：conv 的任何东西都不能改动，请在副本上操作。
look: '^[^#]*\bconv\.weight(\.data)?\s*='
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    conv.weight.data = conv.weight.data[:, :, 0, 0]
    L.load_state_dict(conv.state_dict())
    return L
