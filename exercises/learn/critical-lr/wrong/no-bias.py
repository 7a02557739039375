"""
en: The bias is left out. It is one more parameter whose column of A is all ones, and it makes the largest eigenvalue larger and the limit lower.
zh: 没有考虑偏置。它也是一个参数，在 A 中对应全 1 的一列；它使最大特征值变大，临界值变小。
"""
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    return 2 / torch.linalg.eigvalsh(2 * A.t() @ A)[-1].item()
