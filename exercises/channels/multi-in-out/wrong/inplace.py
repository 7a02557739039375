"""
en: >-
  Your code writes into a tensor that it was given. X and K belong to the caller, who may still need them, and
  autograd refuses to change them in place; slices such as X[0] or K[o] are views, so writing into them counts
  too. Check for += and *=, and for methods whose names end in _.
zh: >-
  你的代码改动了传进来的张量。X 和 K 是调用者的，之后可能还要用，自动求导也不允许就地修改；X[0]、K[o] 这样的切片是视图，往里写也算。请检查 += 和 *=，以及名字以 _ 结尾的方法。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    X *= 2
    return torch.stack([corr2d_multi_in(X, k) for k in K]) / 2
