r"""
en: >-
  A built-in convolution did the work. It is right, but it is what you are asked to build here; and a layer with
  weights of its own gives K no gradient. Check for nn.Conv2d and its like, and write the sliding window yourself.
zh: >-
  真正计算的是内置卷积。结果没错，但这正是本题要你自己写的东西；而且自带权重的层不会给 K 梯度。请检查 nn.Conv2d 之类的调用，改为亲手写出滑动窗口。
look: '^[^#]*(F\.conv|nn\.Conv|functional\.conv|torch\.conv)'
"""

import torch
from torch import nn


def corr2d(X, K):
    layer = nn.Conv2d(1, 1, K.shape, bias=False)
    with torch.no_grad():
        layer.weight.copy_(K[None, None])
    return layer(X[None, None])[0, 0]
