# mistake: one-slab-deep
# meant: loops over height and width only; the kernel's depth is summed but the window never moves in depth
import torch


def corr3d(X, K):
    d, h, w = K.shape
    rows = []
    for i in range(X.shape[1] - h + 1):
        rows.append(torch.stack([(X[:d, i:i + h, j:j + w] * K).sum() for j in range(X.shape[2] - w + 1)]))
    return torch.stack(rows)[None]
