# mistake: outer
# meant: multiplies row and column (outer product) instead of adding them
import torch

def laplacian_kernel():
    d2 = torch.tensor([1., -2., 1.])
    return torch.outer(d2, d2)
