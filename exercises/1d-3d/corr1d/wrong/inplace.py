"""
en: >-
  Your code writes into a tensor that it was given. x and k belong to the caller, who may still need them, and
  autograd refuses to change them in place; slices are views, so writing into them counts too. Check for += and
  *=, and for methods whose names end in _.
zh: >-
  你的代码改动了传进来的张量。x 和 k 是调用者的，之后可能还要用，自动求导也不允许就地修改；切片是视图，往里写也算。请检查 += 和 *=，以及名字以 _ 结尾的方法。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    x *= 2
    return torch.stack([(x[i : i + m] * k).sum() for i in range(n - m + 1)]) / 2
