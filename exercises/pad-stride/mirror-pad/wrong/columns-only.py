"""
en: >-
  Only columns were added: the image has grown on the left and on the right, but not above and below. Check for
  the second step, along the rows.
zh: >-
  只增加了列：图像左右变宽了，上下却没有变高。请检查是否少了沿行的第二步。
"""

import torch


def mirror_pad(X, p):
    W = X.shape[1]
    return torch.cat([X[:, 1 : p + 1].flip(1), X, X[:, W - 1 - p : W - 1].flip(1)], 1)
