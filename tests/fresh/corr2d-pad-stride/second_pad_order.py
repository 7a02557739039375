# mistake: pad-order
# meant: F.pad with the height first

import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    X = F.pad(X, (p[0], p[0], p[1], p[1]))
    h, w = K.shape
    rows = []
    for i in range(0, X.shape[0] - h + 1, s[0]):
        rows.append(torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(0, X.shape[1] - w + 1, s[1])]))
    return torch.stack(rows)
