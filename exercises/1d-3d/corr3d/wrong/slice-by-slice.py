"""
en: >-
  Only the first slice of K has an effect. Your code slides a flat kernel over each slice of X; the slices of K
  at greater depth never take part. Check that the sum also goes over the depth of K.
zh: >-
  K 只有第一层起了作用。你的代码是用一个平面的核在 X 的每一层上滑动，K 更深的几层从未参与。请检查求和是否也覆盖 K 的深度。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[0, b, c] * X[:D, b : b + H, c : c + W] for b in range(h) for c in range(w))
