# mistake: flipped
import torch


def corr2d(X, K):
    kh, kw = K.size()
    out = torch.zeros(X.size(0) - kh + 1, X.size(1) - kw + 1, dtype=X.dtype)
    for i in range(out.size(0)):
        for j in range(out.size(1)):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] = out[i, j] + X[i + a, j + b] * K[kh - 1 - a, kw - 1 - b]
    return out
