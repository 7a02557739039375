"""
en: Build the stack with kernels of ones, and see which inputs the gradient of one output reaches; it needs no formula and works for any network, but the input must be long enough.
zh: 用全 1 的核搭出各层，看一个输出的梯度能传到哪些输入；不用公式，任何网络都行，但输入必须足够长。
"""

import torch
import torch.nn.functional as F


def receptive_field(layers):
    length = 1
    for kernel, stride in reversed(layers):
        length = length * stride + kernel
    x = torch.zeros(1, 1, length, dtype=torch.float64, requires_grad=True)
    y = x
    for kernel, stride in layers:
        y = F.conv1d(y, torch.ones(1, 1, kernel, dtype=x.dtype), stride=stride)
    y[0, 0, 0].backward()
    touched = x.grad[0, 0].nonzero()
    return int(touched.max() - touched.min()) + 1
