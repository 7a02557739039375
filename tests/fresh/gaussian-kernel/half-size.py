# mistake: off-centre
# meant: subtracts size / 2 instead of (size - 1) / 2, so the middle is off by half a pixel
import torch

def gaussian_kernel(size, sigma):
    ax = torch.arange(size) - size / 2
    g = torch.exp(-ax.pow(2) / (2 * sigma * sigma))
    g = g / g.sum()
    return g[:, None] * g[None, :]
