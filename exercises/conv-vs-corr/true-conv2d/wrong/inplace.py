r"""
en: >-
  Your code writes into a tensor that it was given. X and K belong to the caller, who may still need them, and
  autograd refuses to change them in place. Check for K[:] = … and for operations that end in an underscore:
  K.flip(0, 1) makes a new tensor.
zh: >-
  你的代码改动了传进来的张量。X 和 K 属于调用者，对方可能还要用；自动求导也不允许就地修改它们。请检查 K[:] = … 以及以下划线结尾的方法：K.flip(0, 1) 会得到新的张量。
look: 'K\[[^\]]*\]\s*=|_\(|\.data'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    K[:] = K.flip(0, 1)
    return F.conv2d(X[None, None], K[None, None])[0, 0]
