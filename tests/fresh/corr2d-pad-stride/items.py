# mistake: python-numbers | graph-cut | float32-out
# meant: right values, but made from Python numbers: default dtype and no gradient
import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    kh, kw = K.shape
    Y = []
    for i in range(0, X.shape[0] - kh + 1, s[0]):
        Y.append([])
        for j in range(0, X.shape[1] - kw + 1, s[1]):
            total = 0.0
            for a in range(kh):
                for b in range(kw):
                    total += X[i + a, j + b].item() * K[a, b].item()
            Y[-1].append(total)
    return torch.tensor(Y)
