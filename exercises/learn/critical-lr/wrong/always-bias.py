"""
en: There is always a bias in your matrix. Add the column of ones only if bias is true; without it the limit is higher.
zh: 你的矩阵里总是带着偏置。只有 bias 为真时才加上全 1 的列；不带偏置时临界值更高。
look: 'ones'
"""
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    return 2 / torch.linalg.eigvalsh(2 * A.t() @ A)[-1].item()
