# mistake: no-kernel
import torch


def corr2d(X, K):
    h, w = K.shape
    out = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = X[i:i + h, j:j + w].sum()
    return out
