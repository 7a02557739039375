# mistake: sigma
# meant: divides by 2 sigma

import torch
import math


def gaussian_kernel(size, sigma):
    c = (size - 1) / 2
    K = torch.empty(size, size)
    for i in range(size):
        for j in range(size):
            K[i, j] = math.exp(-((i - c) ** 2 + (j - c) ** 2) / (2 * sigma))
    K /= K.sum()
    return K
