"""
en: Your value is half the limit. 1/λ is a safe rate that makes one direction right in a single step; the loss still falls up to 2/λ.
zh: 你的值是临界值的一半。1/λ 是安全的学习率，能让一个方向一步到位；但直到 2/λ 之前，损失都会下降。
look: '1[.]?[ ]*/'
"""
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    return 1 / torch.linalg.eigvalsh(2 * A.t() @ A)[-1].item()
