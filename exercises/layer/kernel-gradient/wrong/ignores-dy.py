"""
en: >-
  What the loss wants from Y is left out. Your values are the sums of the pixels that each entry of K met, as if
  every entry of dY were 1: the gradient of Y.sum(). Check where dY is multiplied in.
zh: >-
  没有用到损失对 Y 的要求。你的值是 K 的每个元素遇到的像素之和，相当于 dY 处处为 1，也就是 Y.sum() 的梯度。请检查 dY 乘在了哪里。
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    return torch.stack([X[a : a + m, b : b + n].sum() for a in range(h) for b in range(w)]).reshape(h, w)
