r"""
en: >-
  Your code writes into a tensor that it was given. X and K belong to the caller, who may still need them, and
  autograd refuses to change them in place; slices such as X[0] or X[:, i : i + h] are views, and writing into
  them writes into X. Check for += and *=, and for methods whose names end in _.
zh: >-
  你的代码改动了传进来的张量。X 和 K 是调用者的，之后可能还要用，自动求导也不允许就地修改；X[0]、X[:, i : i + h] 这样的切片是视图，往里写就是写进 X。请检查 += 和 *=，以及名字以 _ 结尾的方法。
look: '^[^#]*([*+]=|\w_\()'
"""

import torch


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError('channels differ')
    h, w = K.shape[1:]
    X *= 2
    Y = X.new_zeros((X.shape[1] - h + 1, X.shape[2] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[:, i : i + h, j : j + w] * K).sum()
    return Y / 2
