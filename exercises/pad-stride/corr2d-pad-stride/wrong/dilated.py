"""
en: >-
  The pixels within a window lie apart, but the windows are next to each other. That is dilation. The stride
  moves the window: its pixels stay neighbours, and the next window begins s pixels further. Check what you
  multiply by the stride: the place of the window, not the place within it.
zh: >-
  窗口内的像素被隔开了，而相邻的窗口却紧挨着。这是空洞卷积（膨胀）。步幅移动的是窗口：窗口内的像素仍然相邻，下一个窗口从 s 个像素之后开始。请检查步幅乘在了哪里：应当乘窗口的位置，而不是窗口内的位置。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    H, W = (X.shape[a] - (K.shape[a] - 1) * s[a] for a in (0, 1))
    return sum(K[a, b] * X[a * s[0] : a * s[0] + H, b * s[1] : b * s[1] + W] for a in range(h) for b in range(w))
