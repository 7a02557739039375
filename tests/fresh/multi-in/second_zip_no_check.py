# mistake: zip
# meant: zip without a check of the channel counts

import torch
import torch.nn.functional as F


def corr2d_multi_in(X, K):
    Y = 0
    for x, k in zip(X, K):
        Y = Y + F.conv2d(x[None, None, :, :], k[None, None, :, :]).squeeze(0).squeeze(0)
    return Y
