# mistake: column
# meant: does not fold the column back to an image

import torch
import torch.nn.functional as F


def conv2d_by_mul(X, K):
    A = F.unfold(X[None, None], K.shape)[0].T
    return torch.mm(A, K.reshape(-1, 1))
