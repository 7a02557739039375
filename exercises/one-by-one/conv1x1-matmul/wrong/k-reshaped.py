"""
en: >-
  The weights are mixed up before they are multiplied. K begins with the output channels; read in pieces of
  another length its numbers meet the wrong channels. Check how K becomes a matrix: K[:, :, 0, 0] and
  K.reshape(co, ci) have the right rows, K.reshape(ci, co) has not.
zh: >-
  权重在相乘之前就被打乱了。K 的第一维是输出通道；按别的长度分段来读，各个数就会对上错误的通道。请检查 K 是怎样变成矩阵的：K[:, :, 0, 0] 和 K.reshape(co, ci) 的行是对的，K.reshape(ci, co) 则不对。
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (K.reshape(c, -1).t() @ X.reshape(c, -1)).reshape(-1, h, w)
