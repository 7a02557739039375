r"""
en: >-
  Your code writes into the image that it was given. X belongs to the caller, who may still need it, and
  autograd refuses to change it in place. Check for -=, for sub_ and for assignments to X[…]: X[:, :-1] - X[:,
  1:] makes a new tensor.
zh: >-
  你的代码改动了传进来的图像。X 属于调用者，对方可能还要用；自动求导也不允许就地修改它。请检查 -=、sub_ 以及对 X[…] 的赋值：X[:, :-1] - X[:, 1:] 会得到新的张量。
look: '^[^#]*(-=|sub_\(|\bX\[[^\]]*\]\s*=)'
"""

import torch


def vertical_edges(X):
    X[:, :-1] -= X[:, 1:].clone()
    return X[:, :-1]
