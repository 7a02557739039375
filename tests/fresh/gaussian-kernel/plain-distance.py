# mistake: distance
# meant: uses the distance in the exponent, not its square
import torch

def gaussian_kernel(size, sigma):
    c = size // 2
    rows = torch.arange(size).view(-1, 1) - c
    cols = torch.arange(size).view(1, -1) - c
    dist = torch.sqrt((rows**2 + cols**2).float())
    w = torch.exp(-dist / (2 * sigma**2))
    return w / w.sum()
