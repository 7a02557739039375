"""
en: Multiply a random vector by the Hessian again and again until its length settles; only products are needed, which works for networks too large for any matrix, but can be slow to settle.
zh: 反复用 Hessian 乘一个随机向量，直到伸长倍数稳定；只需要乘积，网络大到存不下矩阵时也能用，但收敛可能很慢。
"""

import torch


def critical_lr(X, h, w, bias):
    A = X.double().unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    if bias:
        A = torch.cat([A, A.new_ones(len(A), 1)], dim=1)
    direction = torch.rand(A.shape[1], dtype=A.dtype)
    for _ in range(3000):
        stretched = 2 * A.T @ (A @ direction)
        steepest = stretched.norm()
        direction = stretched / steepest
    return 2 / steepest.item()
