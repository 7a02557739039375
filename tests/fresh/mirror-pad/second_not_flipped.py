# mistake: not-turned
# meant: takes the right strips but does not turn them round

import torch


def mirror_pad(X, p):
    H, W = X.shape
    X = torch.cat([X[1 : p + 1], X, X[H - 1 - p : H - 1]], 0)
    X = torch.cat([X[:, 1 : p + 1], X, X[:, W - 1 - p : W - 1]], 1)
    return X
