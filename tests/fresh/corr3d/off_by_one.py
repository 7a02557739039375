# mistake: off-by-one
# meant: one place too few along each axis
import torch

def corr3d(X, K):
    D, H, W = X.shape
    d, h, w = K.shape
    Y = torch.zeros(D - d, H - h, W - w)
    for t in range(D - d):
        for i in range(H - h):
            for j in range(W - w):
                Y[t, i, j] = (X[t:t + d, i:i + h, j:j + w] * K).sum()
    return Y
