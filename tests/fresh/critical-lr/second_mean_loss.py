# mistake: mean
# meant: the Hessian of the mean, not of the sum

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X[None, None].float(), (h, w))[0].t()
    n = len(A)
    if bias:
        A = torch.hstack([A, torch.ones(n, 1)])
    hessian = 2 / n * A.t() @ A
    return 2 / float(torch.linalg.eigvalsh(hessian)[-1])
