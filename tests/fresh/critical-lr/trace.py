# mistake: trace
# meant: uses the trace of the Hessian, the sum of the eigenvalues, as if it were the largest
import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X[None, None], (h, w))[0].T
    if bias:
        A = torch.hstack([A, A.new_ones(A.shape[0], 1)])
    return float(2 / (2 * A.T @ A).trace())
