# mistake: eight
# meant: all eight neighbours, -8 in the middle

import torch


def laplacian_kernel():
    k = torch.ones(3, 3)
    k[1, 1] = -8
    return k
