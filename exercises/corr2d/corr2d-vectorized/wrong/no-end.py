r"""
en: >-
  The parts of X have different sizes. X[a:] goes on to the end of the image, so each part is smaller than the one
  before, and they cannot be added. Check the ends of your slices: each part has the shape of Y.
zh: >-
  X 的各部分大小不一。X[a:] 一直取到图像末尾，所以各部分一个比一个小，无法相加。请检查切片的终点：每一部分都应与 Y 形状相同。
look: 'X\[\s*a\s*:\s*[,\]]'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    return sum(K[a, b] * X[a:, b:] for a in range(h) for b in range(w))
