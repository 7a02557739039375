# mistake: slice-by-slice
# meant: uses a single slice of the kernel at each depth

import torch


def corr2d(X, K):
    h, w = K.shape
    return torch.stack(
        [
            torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(X.shape[1] - w + 1)])
            for i in range(X.shape[0] - h + 1)
        ]
    )


def corr3d(X, K):
    depth = X.shape[0] - K.shape[0] + 1
    return torch.stack([corr2d(X[t], K[0]) for t in range(depth)])
