# mistake: none
# meant: squares a first-derivative kernel and adds, mixing the second derivative up with the square
import torch

def laplacian_kernel():
    dx = torch.tensor([[0, 0, 0], [-0.5, 0, 0.5], [0, 0, 0]])
    dy = dx.T
    return dx ** 2 + dy ** 2
