r"""
en: >-
  A built-in convolution did the work. It is right, but here the sums must come from one matrix product of your
  own. Check for F.conv2d, nn.Conv2d and their like; F.unfold, which only copies the windows, is allowed.
zh: >-
  真正计算的是内置卷积。结果没错，但本题的求和必须由你自己的一次矩阵乘法完成。请检查 F.conv2d、nn.Conv2d 之类的调用；只负责复制窗口的 F.unfold 可以用。
look: '^[^#]*(F\.conv|nn\.Conv|functional\.conv|torch\.conv)'
"""

import torch
from torch.nn import functional as F


def conv2d_by_mul(X, K):
    return F.conv2d(X[None, None], K[None, None])[0, 0]
