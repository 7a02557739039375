# mistake: corner
# meant: coordinates start at 0

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(size, dtype=torch.float32)
    yy, xx = torch.meshgrid(x, x, indexing="ij")
    k = torch.exp(-(xx**2 + yy**2) / (2 * sigma**2))
    return k / k.sum()
