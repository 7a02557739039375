"""
en: >-
  Your code fails where a tensor does not lie in memory row by row. A transposed tensor is such a one. Most
  often it is .view(…) that needs the usual order; .reshape(…) does the same and copies where it must.
zh: >-
  如果张量在内存中不是按行存放，你的代码就会失败。转置后的张量就是这样。常见的原因是 .view(…)，它要求通常的存放顺序；.reshape(…) 作用相同，必要时会自动复制。
accepted: true
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    rows = torch.tensor([abs(i) if i < H else 2 * H - 2 - i for i in range(-p, H + p)])
    columns = torch.tensor([abs(i) if i < W else 2 * W - 2 - i for i in range(-p, W + p)])
    return X.view(-1)[rows[:, None] * W + columns]
