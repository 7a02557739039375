r"""
en: >-
  Each value is divided by the number of entries of K. You average the products, but Y is their sum. Check for
  .mean(), or a division by h · w.
zh: >-
  每个值都被除以了 K 的元素个数。你取了乘积的平均值，而 Y 应当是它们的和。请检查是否用了 .mean()，或除以了 h · w。
look: '^[^#]*\bmean\('
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).mean()
    return Y
