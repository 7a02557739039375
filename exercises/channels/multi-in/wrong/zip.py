r"""
en: >-
  The values are right, but no error comes where X and K have different numbers of channels. Most often a loop
  with zip is behind it: it ends with the shorter one and ignores the rest, so a wrong kernel gives a wrong
  picture. Check X.shape[0] against K.shape[0] first, and raise an error if they differ.
zh: >-
  数值是对的，但 X 与 K 的通道数不同时没有报错。常见的原因是用了 zip：循环到较短的一方为止，其余的被忽略，于是用错了卷积核也只是得到一幅错误的图像。请检查：先比较 X.shape[0] 与 K.shape[0]，不同就报错。
look: '^[^#]*\bzip\('
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))
