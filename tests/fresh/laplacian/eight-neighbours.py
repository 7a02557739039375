# mistake: eight
# meant: uses all eight neighbours with -8, not divided by 3
import torch

def laplacian_kernel():
    k = torch.ones(3, 3)
    k[1, 1] = -8
    return k
