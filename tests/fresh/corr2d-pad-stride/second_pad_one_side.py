# mistake: one-side
# meant: zeros only above and on the left

import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    H, W = X.shape
    big = torch.cat([X.new_zeros(p[0], W), X], dim=0)
    big = torch.cat([X.new_zeros(H + p[0], p[1]), big], dim=1)
    h, w = K.shape
    out = [
        [(big[i : i + h, j : j + w] * K).sum() for j in range(0, W + p[1] - w + 1, s[1])]
        for i in range(0, H + p[0] - h + 1, s[0])
    ]
    return torch.stack([torch.stack(r) for r in out])
