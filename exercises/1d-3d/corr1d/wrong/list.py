"""
en: >-
  Your values are not joined into one tensor. They are right, but a list or tuple of them is no tensor of shape
  (n − m + 1,). Check the last line: torch.stack joins a list of tensors.
zh: >-
  各个值没有合成一个张量。数值是对的，但列表或元组并不是形状为 (n − m + 1,) 的张量。请检查最后一行：torch.stack 能把由张量组成的列表连起来。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return [(x[i : i + m] * k).sum() for i in range(n - m + 1)]
