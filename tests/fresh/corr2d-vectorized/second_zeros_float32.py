# mistake: float32-buffer
# meant: accumulates in a float32 buffer

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape
    Y = torch.zeros(H - h + 1, W - w + 1)
    for a in range(h):
        for b in range(w):
            Y += X[a : a + H - h + 1, b : b + W - w + 1] * K[a, b]
    return Y
