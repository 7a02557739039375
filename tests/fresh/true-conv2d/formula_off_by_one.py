# mistake: too-late
# meant: takes i + h - a instead of i + h - 1 - a, in loops
import torch


def conv2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = torch.zeros(H, W)
    for i in range(H):
        for j in range(W):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + h - a, j + w - b] * K[a, b]
    return Y
