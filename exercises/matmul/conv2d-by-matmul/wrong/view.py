"""
en: >-
  Your code fails where a tensor does not lie in memory row by row. A transposed tensor is such a one. Most often
  it is .view(…) that needs the usual order; .reshape(…) does the same and copies where it must.
zh: >-
  如果张量在内存中不是按行存放，你的代码就会失败。转置后的张量就是这样。常见的原因是 .view(…)，它要求通常的存放顺序；.reshape(…) 作用相同，必要时会自动复制。
accepted: true
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in range(H) for j in range(W)])
    return (A @ K.view(-1, 1)).view(H, W)
