"""
en: >-
  Each value is k times too large. A window has k · k pixels, not k. Check what you divide by.
zh: >-
  每个值都大了 k 倍。一个窗口有 k · k 个像素，而不是 k 个。请检查除以了什么。
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    return sum(X[a : a + down, b : b + right] for a in range(k) for b in range(k)) / k
