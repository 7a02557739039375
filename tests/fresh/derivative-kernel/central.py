# mistake: central
# meant: uses central differences (-1/2, 0, 1/2) again and again, too long
import torch

def derivative_kernel(d):
    kernel = torch.ones(1)
    for _ in range(d):
        new = torch.zeros(len(kernel) + 2)
        new[2:] += 0.5 * kernel
        new[:-2] -= 0.5 * kernel
        kernel = new
    return kernel
