# mistake: eight
# meant: adds the row to every row and the column to every column by broadcasting
import torch


def laplacian_kernel():
    row = torch.tensor([[1.0, -2.0, 1.0]])
    column = row.T
    return row + column
