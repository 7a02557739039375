# mistake: outer
# meant: outer product of [1, -2, 1] with itself

import torch


def laplacian_kernel():
    d2 = torch.tensor([1.0, -2.0, 1.0])
    return torch.outer(d2, d2)
