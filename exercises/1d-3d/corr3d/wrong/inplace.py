"""
en: >-
  Your code writes into a tensor that it was given. X and K belong to the caller, who may still need them, and
  autograd refuses to change them in place; slices are views, so writing into them counts too. Check for += and
  *=, and for methods whose names end in _.
zh: >-
  你的代码改动了传进来的张量。X 和 K 是调用者的，之后可能还要用，自动求导也不允许就地修改；切片是视图，往里写也算。请检查 += 和 *=，以及名字以 _ 结尾的方法。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    X *= 2
    return sum(K[a, b, c] * X[a : a + D, b : b + H, c : c + W] for a in range(d) for b in range(h) for c in range(w)) / 2
