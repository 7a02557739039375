# mistake: up-to-two
# meant: knows only the kernels for 0, 1 and 2 and returns the last of them for all others
import torch

def derivative_kernel(d):
    if d == 0:
        return torch.tensor([1.])
    elif d == 1:
        return torch.tensor([-1., 1.])
    else:
        return torch.tensor([1., -2., 1.])
