# mistake: empty-corners
# meant: fills the four sides and leaves the corners zero
import torch


def mirror_pad(X, p):
    H, W = X.shape
    out = torch.zeros(H + 2 * p, W + 2 * p, dtype=X.dtype)
    out[p:p + H, p:p + W] = X
    for d in range(1, p + 1):
        out[p - d, p:p + W] = X[d]                # top
        out[p + H - 1 + d, p:p + W] = X[H - 1 - d]   # bottom
        out[p:p + H, p - d] = X[:, d]             # left
        out[p:p + H, p + W - 1 + d] = X[:, W - 1 - d]   # right
    return out
