# mistake: total-one-map
# meant: sums the output maps into one

import torch
import torch.nn.functional as F


def corr2d_multi_in_out(X, K):
    total = None
    for kernel in K:
        y = F.conv2d(X.unsqueeze(0), kernel.unsqueeze(0)).squeeze(0).squeeze(0)
        total = y if total is None else total + y
    return total
