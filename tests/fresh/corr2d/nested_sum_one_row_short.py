# mistake: off-by-one
# meant: the output has H - h rows and W - w columns, one too few of each
import torch

def corr2d(X, K):
    H, W = X.shape
    h, w = K.shape
    Y = torch.zeros(H - h, W - w, dtype=X.dtype)
    for i in range(H - h):
        for j in range(W - w):
            Y[i, j] = (X[i:i+h, j:j+w] * K).sum()
    return Y
