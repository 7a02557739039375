"""
en: >-
  Your code fails where a tensor does not lie in memory row by row. A transposed tensor is such a one. Most often
  it is .view(…) that needs the usual order; .reshape(…) does the same and copies where it must.
zh: >-
  如果张量在内存中不是按行存放，你的代码就会失败。转置后的张量就是这样。常见的原因是 .view(…)，它要求通常的存放顺序；.reshape(…) 作用相同，必要时会自动复制。
accepted: true
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (K.reshape(-1, c) @ X.view(c, h * w)).reshape(-1, h, w)
