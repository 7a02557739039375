# mistake: hw-swapped
# meant: height and width of the kernel are exchanged in the window

import torch


def corr2d(X, K):
    w, h = K.shape
    H, W = X.shape
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
