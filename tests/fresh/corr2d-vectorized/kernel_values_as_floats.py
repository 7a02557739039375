# mistake: kernel-cut
# meant: takes the numbers out of K with item(), so no gradient reaches K
import torch


def corr2d(X, K):
    kh, kw = K.shape
    H = X.shape[0] - kh + 1
    W = X.shape[1] - kw + 1
    Y = torch.zeros(H, W, dtype=X.dtype)
    for p in range(kh):
        for q in range(kw):
            weight = K[p, q].item()
            Y += weight * X[p:p+H, q:q+W]
    return Y
