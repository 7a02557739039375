"""
en: >-
  Each slice of X meets only the slice of K with the same number. So K never slides along the depth, and the
  products of its slices are not added up. Check that the window is X[t : t + d, …] and that all of its products
  are summed.
zh: >-
  X 的每一层只与 K 中序号相同的那一层相乘。于是 K 没有沿深度滑动，各层的乘积也没有加起来。请检查窗口是不是 X[t : t + d, …]，以及其中的乘积是否全部求和。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return torch.stack([sum(k[b, c] * x[b : b + H, c : c + W] for b in range(h) for c in range(w)) for x, k in zip(X, K)])
