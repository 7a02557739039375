# mistake: matrix-product
# meant: multiplies the kernels as matrices
import torch


def compose(A, B):
    return B @ A
