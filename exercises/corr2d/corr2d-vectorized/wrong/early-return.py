"""
en: >-
  Only the first product is kept. Y is the sum of the products for all entries of K, and here the work stops after
  K[0, 0]. Check whether return stands inside a loop.
zh: >-
  只留下了第一个乘积。Y 是 K 的所有元素对应的乘积之和，这里做完 K[0, 0] 就停了。请检查 return 是否写在了循环里面。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = X.new_zeros(H, W)
    for a in range(h):
        for b in range(w):
            Y = Y + K[a, b] * X[a : a + H, b : b + W]
            return Y
