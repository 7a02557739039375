# mistake: kronecker
# meant: Kronecker product: the copies of A lie beside each other instead of overlapping
import torch


def compose(A, B):
    return torch.kron(B, A)
