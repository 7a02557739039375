"""
en: >-
  Only the last product is kept. Y is the sum of the products for all entries of K; here each one replaces the one
  before. Check for = where += is needed.
zh: >-
  只留下了最后一个乘积。Y 是 K 的所有元素对应的乘积之和，这里却是后一个替换前一个。请检查是否该写 += 的地方写成了 =。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = X.new_zeros(H, W)
    for a in range(h):
        for b in range(w):
            Y = K[a, b] * X[a : a + H, b : b + W]
    return Y
