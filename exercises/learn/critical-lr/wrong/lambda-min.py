"""
en: You took the smallest eigenvalue. It belongs to the gentlest direction, which diverges last; the steepest one sets the limit.
zh: 你取的是最小的特征值。它对应最平缓的方向，最后才会发散；决定上限的是最陡的方向。
look: 'eigvals|min[(]'
"""
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    return 2 / torch.linalg.eigvalsh(2 * A.t() @ A)[0].item()
