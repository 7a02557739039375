# mistake: no-matmul
# meant: multiplies with broadcasting and sums; no matrix product runs
import torch


def conv1x1(X, K):
    # (co, ci, 1, 1) * (ci, H, W) -> (co, ci, H, W)
    return (K * X).sum(dim=1)
