# mistake: raw | not-normalised
# meant: returns the bare formula, without dividing by the sum

import torch


def gaussian_kernel(size, sigma):
    r = size // 2
    x = torch.arange(-r, r + 1).float()
    g = torch.exp(-(x**2) / (2 * sigma**2))
    return g[:, None] * g[None, :]
