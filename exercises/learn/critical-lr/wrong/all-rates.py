"""
en: >-
  You return one rate for each eigenvalue. Only the smallest of these rates is the limit, the one of the
  largest eigenvalue: above it one direction already diverges. Check the last step: take [-1] or max().
zh: >-
  你对每个特征值各返回了一个学习率。只有其中最小的、也就是最大特征值对应的那个才是临界值：高于它，就已有一个方向发散了。请检查最后一步：取 [-1] 或 max()。
"""

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    values = torch.linalg.eigvalsh(2 * A.t() @ A)
    return 2 / values
