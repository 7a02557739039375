"""
en: >-
  Only the last number of the kernel has an effect. Each product replaces the one before instead of being added
  to it. Check the innermost line: += and not =.
zh: >-
  只有核的最后一个数起了作用。每个乘积都把前一个替换掉，而不是累加上去。请检查最内层的那一行：应当是 +=，而不是 =。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return K[-1, -1, -1] * X[d - 1 :, h - 1 :, w - 1 :]
