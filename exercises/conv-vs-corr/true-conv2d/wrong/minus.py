"""
en: >-
  You changed the sign of the kernel. The minus in the formula of convolution is in the indices, X[i − a, j
  − b]: it reverses the order of the entries, not their sign. Check for −K, and flip K instead.
zh: >-
  你改变的是卷积核的正负号。卷积公式里的负号在下标中，X[i − a, j − b]：它颠倒的是元素的次序，不是数值的正负。请检查是否写了 −K，应改为翻转 K。
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], (-K)[None, None])[0, 0]
