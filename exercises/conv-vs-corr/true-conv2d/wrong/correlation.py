"""
en: >-
  This is cross-correlation: the kernel is not flipped. F.conv2d, nn.Conv2d and a plain sliding window all leave
  the flip out, and a kernel that looks the same after half a turn would hide it. Check which entry of K meets
  the first pixel of the window: it should be the last one.
zh: >-
  这是互相关：卷积核没有翻转。F.conv2d、nn.Conv2d 和普通的滑动窗口都不翻转；如果核旋转 180° 后不变，就看不出区别。请检查与窗口第一个像素相乘的是 K 的哪个元素：应当是最后一个。
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], K[None, None])[0, 0]
