# mistake: to-the-edge | ceil-raises
# meant: lets the windows begin at every s-th pixel up to the edge
import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    h, w = K.shape
    out = []
    for i in range(0, X.shape[0], s[0]):
        line = []
        for j in range(0, X.shape[1], s[1]):
            line.append((X[i:i + h, j:j + w] * K).sum())
        out.append(torch.stack(line))
    return torch.stack(out)
