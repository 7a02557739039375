r"""
en: >-
  The gradient reaches X, but not K. A layer learns by the gradient of its kernel, and here K was turned into
  plain numbers or copied without its history. Check every place where K is read.
zh: >-
  梯度传到了 X，却没有传到 K。卷积层正是靠卷积核的梯度来学习的，而这里 K 被变成了普通的数，或者被复制时丢掉了计算历史。请检查每一处读取 K 的地方。
look: '^[^#]*K[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b)'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    kernel = K.detach()
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * kernel).sum()
    return Y
