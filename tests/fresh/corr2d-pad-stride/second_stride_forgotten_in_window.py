# mistake: stride-ignored
# meant: right number of windows, but they begin one pixel apart

import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    ph, pw = p
    sh, sw = s
    h, w = K.shape
    P = F.pad(X, (pw, pw, ph, ph))
    oh = (P.shape[0] - h) // sh + 1
    ow = (P.shape[1] - w) // sw + 1
    Y = torch.zeros(oh, ow, dtype=X.dtype)
    for i in range(oh):
        for j in range(ow):
            Y[i, j] = (P[i : i + h, j : j + w] * K).sum()
    return Y
