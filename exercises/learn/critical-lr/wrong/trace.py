"""
en: You took the trace, which is the sum of all eigenvalues. The limit comes from the largest of them alone, so yours is too low.
zh: 你取的是迹，也就是所有特征值之和。临界值只由其中最大的一个决定，所以你的值偏小。
look: 'trace|sum[(]'
"""
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    return 2 / (2 * A.t() @ A).trace().item()
