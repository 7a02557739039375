# mistake: flipped
# meant: flips dY as for the gradient of X

import torch
import torch.nn.functional as F


def kernel_grad(X, dY):
    d = torch.rot90(dY, 2)
    h = X.shape[0] - d.shape[0] + 1
    w = X.shape[1] - d.shape[1] + 1
    G = torch.zeros(h, w)
    for a in range(h):
        for b in range(w):
            G[a, b] = torch.sum(X[a : a + d.shape[0], b : b + d.shape[1]] * d)
    return G
