# mistake: places-summed
# meant: sums over the windows, not within them

import torch


def corr2d(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1)
    return (windows * K).sum(dim=(0, 1))
