r"""
en: >-
  The values are right, but surplus channels are silently ignored. Whether X or K has more of them, the loop
  ends with the shorter one, as zip does. The wrong kernel then gives a wrong picture and no error. Check
  X.shape[0] against K.shape[0] first, and raise an error if they differ.
zh: >-
  数值是对的，但多出来的通道被悄悄忽略了。不论是 X 还是 K 的通道更多，循环都到较短的一方为止，zip 就是这样。于是用错了卷积核，得到的是错误的图像，而不是报错。请检查：先比较 X.shape[0] 与 K.shape[0]，不同就报错。
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
