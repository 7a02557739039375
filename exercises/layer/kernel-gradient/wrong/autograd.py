r"""
en: >-
  Autograd did the work. The values are right, but here the gradient is to be written out by hand, to see what
  backward() computes. Check for .backward(), torch.autograd and torch.func, and write the sum over all outputs
  yourself.
zh: >-
  真正计算的是自动求导。数值没错，但本题要亲手写出梯度，看清 backward() 算的是什么。请检查 .backward()、torch.autograd 和 torch.func，并自己写出对所有输出的求和。
look: '^[^#]*(backward\(|autograd|torch\.func|requires_grad)'
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    K = torch.zeros(h, w, dtype=X.dtype, requires_grad=True)
    Y = sum(K[a, b] * X[a : a + m, b : b + n] for a in range(h) for b in range(w))
    return torch.autograd.grad(Y, K, dY)[0]
