# mistake: not-normalised
# meant: uses the factor 1/(2 pi sigma^2) instead of dividing by the sum
import torch
import math


def gaussian_kernel(size, sigma):
    r = torch.arange(size) - size // 2
    x, y = torch.meshgrid(r, r, indexing="ij")
    return torch.exp(-(x**2 + y**2) / (2 * sigma**2)) / (2 * math.pi * sigma**2)
