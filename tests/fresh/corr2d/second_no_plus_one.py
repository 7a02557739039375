# mistake: off-by-one
# meant: output one row and one column short

import torch


def corr2d(X, K):
    kh, kw = K.shape
    out_h = X.shape[0] - kh
    out_w = X.shape[1] - kw
    Y = torch.zeros((out_h, out_w), dtype=X.dtype)
    for r in range(out_h):
        for c in range(out_w):
            Y[r, c] = (X[r : r + kh, c : c + kw] * K).sum()
    return Y
