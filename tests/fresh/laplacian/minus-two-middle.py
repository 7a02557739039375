# mistake: centre-once
# meant: puts the row and the column together but leaves the middle at -2
import torch


def laplacian_kernel():
    k = torch.zeros(3, 3)
    second = torch.tensor([1.0, -2.0, 1.0])
    k[1, :] = second
    k[:, 1] = second   # same middle
    return k
