# mistake: not-raised
# meant: returns the exception instead of raising it
import torch
import torch.nn.functional as F


def corr2d_multi_in(X, K):
    if len(X) != len(K):
        return ValueError("X and K must have the same number of channels")
    return F.conv2d(X.unsqueeze(0), K.unsqueeze(0)).squeeze(0).squeeze(0)
