r"""
en: >-
  The values are right, but more than one matrix product ran. All pixels can be mixed at once: lay them side by
  side as the columns of one matrix, then multiply a single time. Check for an @ inside a loop, or for a second
  one.
zh: >-
  数值是对的，但执行了不止一次矩阵乘法。所有像素可以一起混合：把它们并排放成一个矩阵的各列，再做唯一的一次乘法。请检查循环里是否有 @，或者是否写了第二个 @。
look: '^[^#]*(\S\s*@\s*\S|\bmatmul\(|\bmm\(|\bmv\(|\bdot\(|\beinsum\()'
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    mix = K[:, :, 0, 0]
    return torch.stack([torch.stack([mix @ X[:, i, j] for j in range(w)], 1) for i in range(h)], 1)
