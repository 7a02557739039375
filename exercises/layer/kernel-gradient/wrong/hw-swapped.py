r"""
en: >-
  Height and width of dY have changed places. dY.shape is (rows, columns): rows come first. A square dY hides
  this. Check the line that reads the shape.
zh: >-
  dY 的高和宽弄反了。dY.shape 依次是行数和列数，行数在前。方形的 dY 会掩盖这个错误。请检查读取形状的那一行。
look: '^[^#]*\bn\s*,\s*m\s*=\s*dY\.'
"""

import torch


def kernel_grad(X, dY):
    n, m = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    return torch.stack([(X[a : a + m, b : b + n] * dY).sum() for a in range(h) for b in range(w)]).reshape(h, w)
