"""
en: >-
  Your code fails where a tensor does not lie in memory row by row. A transposed tensor is such a one. Most
  often it is .view(…) that needs the usual order; .reshape(…) does the same and copies where it must.
zh: >-
  如果张量在内存中不是按行存放，你的代码就会失败。转置后的张量就是这样。常见的原因是 .view(…)，它要求通常的存放顺序；.reshape(…) 作用相同，必要时会自动复制。
accepted: true
"""

import torch


def im2col(X, h, w):
    H, W = X.shape
    i, j = torch.arange(H - h + 1), torch.arange(W - w + 1)
    first = (i[:, None] * W + j).reshape(-1, 1)
    within = (torch.arange(h)[:, None] * W + torch.arange(w)).reshape(1, -1)
    return X.view(-1)[first + within]
