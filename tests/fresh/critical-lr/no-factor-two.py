# mistake: half
# meant: takes the eigenvalues of A^T A without the factor 2 of the Hessian
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X[None, None], (h, w))[0].T
    if bias:
        A = torch.cat([A, torch.ones(len(A), 1)], dim=1)
    eig = torch.linalg.eigvalsh(A.T @ A)
    return float(2 / eig[-1])
