# mistake: flipped-across
# meant: flips the strips along the other axis
import torch


def mirror_pad(X, p):
    H = X.shape[0]
    W = X.shape[1]
    X = torch.cat([X[1:p + 1].flip(1), X, X[H - p - 1:H - 1].flip(1)], 0)
    X = torch.cat([X[:, 1:p + 1].flip(0), X, X[:, W - p - 1:W - 1].flip(0)], 1)
    return X
