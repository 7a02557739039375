# mistake: transposed
# meant: one column for each window

import torch


def im2col(X, h, w):
    H, W = X.shape
    cols = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            cols.append(X[i : i + h, j : j + w].flatten())
    return torch.stack(cols, 1)
