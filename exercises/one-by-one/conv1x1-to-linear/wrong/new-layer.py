"""
en: >-
  Your layer has random numbers of its own. It has the right sizes, but nothing of the convolution was copied
  into it. Check that weight and bias are filled from conv.weight and conv.bias.
zh: >-
  你的层用的是自己的随机数。大小没错，但卷积的数值并没有复制进来。请检查是否用 conv.weight 和 conv.bias 填充了权重和偏置。
"""

import torch
from torch import nn


def to_linear(conv):
    return nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
