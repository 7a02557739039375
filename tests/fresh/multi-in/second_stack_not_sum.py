# mistake: stack
# meant: returns a map for every channel

import torch
import torch.nn.functional as F


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    res = []
    for x, k in zip(X, K):
        res.append(F.conv2d(x[None, None], k[None, None])[0, 0])
    return torch.stack(res, dim=0)
