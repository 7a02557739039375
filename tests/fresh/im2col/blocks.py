# mistake: disjoint
# meant: windows that do not overlap
import torch


def im2col(X, h, w):
    H, W = X.shape
    rows = [X[i:i+h, j:j+w].reshape(-1)
            for i in range(0, H, h)
            for j in range(0, W, w)]
    return torch.stack(rows)
