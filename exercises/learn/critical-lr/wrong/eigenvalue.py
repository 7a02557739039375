"""
en: You return the largest eigenvalue itself. The critical rate is 2 divided by it.
zh: 你返回的是最大特征值本身。临界学习率是 2 除以它。
look: 'eigvals'
"""
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    return torch.linalg.eigvalsh(2 * A.t() @ A)[-1].item()
