"""
en: >-
  Each value of Y holds a single product, the last one. The products of a window have to be added up; here each
  one overwrites the one before. Check for = where += is needed.
zh: >-
  Y 的每个值只剩一个乘积，即最后那个。同一窗口的乘积应当累加，这里却是后一个覆盖前一个。请检查是否该写 += 的地方写成了 =。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] = X[i + a, j + b] * K[a, b]
    return Y
