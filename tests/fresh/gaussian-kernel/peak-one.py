# mistake: raw
# meant: divides by the largest entry, so the middle is 1
import torch

def gaussian_kernel(size, sigma):
    half = (size - 1) // 2
    x = torch.linspace(-half, half, size)
    e = torch.exp(-(x[:, None] ** 2 + x[None, :] ** 2) / (2 * sigma ** 2))
    return e / e.max()
