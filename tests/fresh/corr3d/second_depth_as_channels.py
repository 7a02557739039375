# mistake: one-slab | channels
# meant: adds the depth up as channels and gives one picture

import torch


def corr3d(X, K):
    D, H, W = X.shape
    d, h, w = K.shape
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            s = 0
            for a in range(min(D, d)):
                s = s + (X[a, i : i + h, j : j + w] * K[a]).sum()
            Y[i, j] = s
    return Y
