"""
en: >-
  Your code fails where a tensor does not lie in memory row by row. A transposed tensor is such a one. Most often
  it is .view(…) that needs the usual order; .reshape(…) does the same and copies where it must.
zh: >-
  如果张量在内存中不是按行存放，你的代码就会失败。转置后的张量就是这样。常见的原因是 .view(…)，它要求通常的存放顺序；.reshape(…) 作用相同，必要时会自动复制。
accepted: true
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    g = dY.view(-1)
    return torch.stack([X[a : a + m, b : b + n].reshape(-1) @ g for a in range(h) for b in range(w)]).reshape(h, w)
