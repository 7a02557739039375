import torch


def gaussian_kernel(size, sigma):
    """A bell along the columns times the same bell along the rows, each divided by its sum."""
    place = torch.arange(size) - size // 2
    bell = torch.exp(-(place**2) / (2 * sigma**2))
    bell = bell / bell.sum()
    return bell[:, None] * bell
