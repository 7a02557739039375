# mistake: pad-order
# meant: gives F.pad the axes in the order of the shape
import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    X = F.pad(X, (p[0], p[0], p[1], p[1]))
    h, w = K.shape
    rows = (X.shape[0] - h) // s[0] + 1
    cols = (X.shape[1] - w) // s[1] + 1
    out = torch.zeros(rows, cols, dtype=X.dtype)
    for i in range(rows):
        for j in range(cols):
            a, b = i * s[0], j * s[1]
            out[i, j] = (X[a:a + h, b:b + w] * K).sum()
    return out
