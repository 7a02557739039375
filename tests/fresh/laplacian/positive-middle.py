# mistake: sign
# meant: the signs are the other way round, +4 in the middle
import torch

def laplacian_kernel():
    return torch.tensor([[0., -1., 0.],
                         [-1., 4., -1.],
                         [0., -1., 0.]])
