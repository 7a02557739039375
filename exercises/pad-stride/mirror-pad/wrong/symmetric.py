"""
en: >-
  The border pixel is repeated. With p = 1 the row 1 2 3 4 5 becomes 1 1 2 3 4 5 5, with p = 2 it becomes 2 1 1
  2 3 4 5 5 4. The mirror stands in the border pixel, not behind it, so that its image is itself. Check which
  row comes first outside: row −1 is row 1, not row 0.
zh: >-
  边界像素被重复了。p = 1 时 1 2 3 4 5 变成了 1 1 2 3 4 5 5，p = 2 时变成了 2 1 1 2 3 4 5 5 4。镜面在边界像素上，而不是在它外侧，所以它的镜像就是它自己。请检查边界外的第一行：第 −1 行是第 1 行，而不是第 0 行。
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    rows = [(-1 - i if i < 0 else i) if i < H else 2 * H - 1 - i for i in range(-p, H + p)]
    columns = [(-1 - i if i < 0 else i) if i < W else 2 * W - 1 - i for i in range(-p, W + p)]
    return X[rows][:, columns]
