r"""
en: >-
  The values are right, but they still stand in one line. The product has one number for each window; Y is an
  image, of shape (H − h + 1, W − w + 1). Check the last step: the product needs a reshape.
zh: >-
  数值是对的，但还排成一长串。乘积是每个窗口一个数，而 Y 是一幅图像，形状为 (H − h + 1, W − w + 1)。请检查最后一步：乘积还要 reshape。
look: 'return .*@'
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    rows, columns = range(X.shape[0] - h + 1), range(X.shape[1] - w + 1)
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in rows for j in columns])
    return A @ K.reshape(-1)
