r"""
en: >-
  Height and width of the kernel have changed places. K.shape is (height, width): rows come first. A square kernel
  hides this, a 1×2 kernel shows it. Check the line that reads K.shape.
zh: >-
  卷积核的高和宽弄反了。K.shape 依次是高和宽，行数在前。方形的核会掩盖这个错误，1×2 的核则让它现形。请检查读取 K.shape 的那一行。
look: '^[^#]*\bw\s*,\s*h\s*=\s*K\.(shape|size)'
"""

import torch


def corr2d(X, K):
    w, h = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
