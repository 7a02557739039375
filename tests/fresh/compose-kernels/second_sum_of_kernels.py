# mistake: sum
# meant: adds the kernels

import torch
import torch.nn.functional as F


def compose(A, B):
    h = max(A.shape[0], B.shape[0])
    w = max(A.shape[1], B.shape[1])
    C = torch.zeros(h, w)
    C[: A.shape[0], : A.shape[1]] += A
    C[: B.shape[0], : B.shape[1]] += B
    return C
