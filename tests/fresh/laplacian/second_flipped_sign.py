# mistake: sign
# meant: positive middle

import torch


def laplacian_kernel():
    return torch.tensor([
        [0., -1., 0.],
        [-1., 4., -1.],
        [0., -1., 0.],
    ])
