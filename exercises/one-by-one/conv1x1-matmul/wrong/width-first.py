"""
en: >-
  Height and width have changed places in the last step. The product has the pixels row by row, so it is cut
  into rows of W pixels: the shape is (co, H, W). Check the order in which you hand over H and W.
zh: >-
  最后一步里高和宽弄反了。乘积中的像素是逐行排列的，所以要按每行 W 个像素来分段：形状是 (co, H, W)。请检查 H 和 W 写入的次序。
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (K[:, :, 0, 0] @ X.reshape(c, -1)).reshape(-1, w, h)
