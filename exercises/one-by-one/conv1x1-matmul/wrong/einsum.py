"""
en: >-
  This is the shortest way to write it. einsum names the axes, sums over the one that is missing on the right, and
  runs a single matrix product.
zh: >-
  这是最简短的写法。einsum 给各个维度命名，对右边没有出现的那个维度求和，执行的正是一次矩阵乘法。
accepted: true
look: einsum
"""

import torch


def conv1x1(X, K):
    return torch.einsum('oc,chw->ohw', K[:, :, 0, 0], X)
