"""
en: >-
  The border pixel is repeated above and on the left; at the bottom and on the right the mirror is right. Row −1
  is row 1, not row 0. Check how you turn back at the beginning.
zh: >-
  上边和左边重复了边界像素；下边和右边的镜像是对的。第 −1 行是第 1 行，而不是第 0 行。请检查在起始端是怎样折返的。
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    rows = [(-1 - i if i < 0 else i) if i < H else 2 * (H - 1) - i for i in range(-p, H + p)]
    columns = [(-1 - i if i < 0 else i) if i < W else 2 * (W - 1) - i for i in range(-p, W + p)]
    return X[rows][:, columns]
