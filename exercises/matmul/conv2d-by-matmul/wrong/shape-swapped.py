r"""
en: >-
  Height and width of Y have changed places in the last reshape. The numbers come in the right order, row by
  row, but the rows are cut at the wrong length, so the picture is torn. Check the shape that you give to the
  product: (H − h + 1, W − w + 1).
zh: >-
  最后 reshape 时 Y 的高和宽弄反了。数的先后顺序没错，是逐行的，但每行截取的长度不对，画面就被撕碎了。请检查给乘积的形状：应为 (H − h + 1, W − w + 1)。
look: 'reshape\(|view\('
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in range(down) for j in range(right)])
    return (A @ K.reshape(-1, 1)).reshape(right, down)
