# mistake: corner
# meant: counts the coordinates from the top left corner
import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(size).float()
    g = torch.exp(-x ** 2 / (2 * sigma ** 2))
    K = torch.outer(g, g)
    return K / K.sum()
