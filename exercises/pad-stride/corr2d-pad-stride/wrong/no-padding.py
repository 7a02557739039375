"""
en: >-
  The padding is left out. Before the first window, p[0] rows and p[1] columns of zeros are added on each side.
  Check where p enters.
zh: >-
  没有做填充。在第一个窗口之前，每侧要加上 p[0] 行、p[1] 列零。请检查哪里用到了 p。
"""

import torch


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = X
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
