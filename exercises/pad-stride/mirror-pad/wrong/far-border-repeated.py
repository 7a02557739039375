"""
en: >-
  The border pixel is repeated at the bottom and on the right; above and on the left the mirror is right. With H
  rows, row H is row H − 2, since the last row is H − 1. Check how you turn back at the far end.
zh: >-
  下边和右边重复了边界像素；上边和左边的镜像是对的。共 H 行时，最后一行是第 H − 1 行，所以第 H 行应是第 H − 2 行。请检查在末端是怎样折返的。
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    rows = [abs(i) if i < H else 2 * H - 1 - i for i in range(-p, H + p)]
    columns = [abs(i) if i < W else 2 * W - 1 - i for i in range(-p, W + p)]
    return X[rows][:, columns]
