"""
en: >-
  Each window is multiplied in X itself, so the next windows see changed pixels. A slice of X is a view: *= on
  it writes into the image of the caller. Check the multiplication: window * K makes a new tensor.
zh: >-
  每个窗口都是直接在 X 里相乘的，后面的窗口看到的像素已经变了。X 的切片是视图，对它用 *=，就是写进调用者的图像。请检查乘法：window * K 会得到新的张量。
"""

import torch


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError('channels differ')
    h, w = K.shape[1:]
    Y = X.new_zeros((X.shape[1] - h + 1, X.shape[2] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[:, i : i + h, j : j + w]
            window *= K
            Y[i, j] = window.sum()
    return Y
