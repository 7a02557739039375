"""
en: >-
  K is left out of the sums. Each value of Y is the sum of the pixels in its window, as if all entries of K were
  1. Multiply the window by K, element by element, before you sum. Check the line with the sum.
zh: >-
  求和时漏掉了 K。Y 的每个值只是窗口内像素之和，就好像 K 的元素全是 1。应先把窗口与 K 逐元素相乘，再求和。请检查求和的那一行。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = X[i : i + h, j : j + w].sum()
    return Y
