# mistake: half
# meant: Hessian without the factor 2

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X[None, None], (h, w))[0].T
    if bias:
        A = torch.cat([A, torch.ones(A.shape[0], 1)], dim=1)
    H = A.T @ A
    return (2 / torch.linalg.eigvalsh(H)[-1]).item()
