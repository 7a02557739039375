# mistake: off-by-one
# meant: the slices end one too early: H - h + a instead of H - h + 1 + a
import torch


def corr2d(X, K):
    H, W = X.shape
    h, w = K.shape
    return sum(K[a, b] * X[a:H - h + a, b:W - w + b] for a in range(h) for b in range(w))
