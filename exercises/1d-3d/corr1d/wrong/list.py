"""
en: >-
  You return a list, not a tensor. The values are right, but they have to be one tensor of shape (n − m + 1,).
  Check the last line: torch.stack joins a list of tensors.
zh: >-
  返回的是列表，而不是张量。数值是对的，但它们应当是一个形状为 (n − m + 1,) 的张量。请检查最后一行：torch.stack 能把由张量组成的列表连起来。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return [(x[i : i + m] * k).sum() for i in range(n - m + 1)]
