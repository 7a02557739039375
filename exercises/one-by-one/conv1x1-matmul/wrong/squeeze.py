r"""
en: >-
  K loses too many axes. squeeze() without an argument removes every axis of size 1, and with one input and one
  output channel nothing is left but a number. Check how K becomes a matrix: K[:, :, 0, 0] and K.reshape(-1, ci)
  always have two axes.
zh: >-
  K 丢掉了太多维度。不带参数的 squeeze() 会去掉所有大小为 1 的维度；输入、输出都只有一个通道时，就只剩下一个数。请检查 K 是怎样变成矩阵的：K[:, :, 0, 0] 和 K.reshape(-1, ci) 总有两个维度。
look: '^[^#]*\.squeeze\(\)'
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (K.squeeze() @ X.reshape(c, -1)).reshape(-1, h, w)
