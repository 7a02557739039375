# mistake: graph-cut | book-version
# meant: collects Python numbers with item() and builds a new tensor: the gradient is cut
import torch


def corr2d(X, K):
    kh, kw = K.shape
    out = [
        [(X[i : i + kh, j : j + kw] * K).sum().item() for j in range(X.shape[1] - kw + 1)]
        for i in range(X.shape[0] - kh + 1)
    ]
    return torch.tensor(out)
