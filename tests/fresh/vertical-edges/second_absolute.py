# mistake: abs
# meant: takes the absolute value

import torch


def vertical_edges(X):
    H, W = X.shape
    Y = torch.zeros(H, W - 1, dtype=X.dtype)
    for i in range(H):
        for j in range(W - 1):
            Y[i, j] = abs(X[i, j] - X[i, j + 1])
    return Y
