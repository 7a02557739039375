"""
en: At one place, the convolution is a dense layer from a window to the output channels; sliding adds no parameters, since every place shares them.
zh: 在一个位置上，卷积就是从窗口到各输出通道的全连接层；滑动不增加参数，因为所有位置共用同一组参数。
"""

import torch
from torch import nn


def conv_params(c_in, c_out, k, bias):
    dense = nn.Linear(c_in * k[0] * k[1], c_out, bias=bias)
    return sum(parameter.numel() for parameter in dense.parameters())
