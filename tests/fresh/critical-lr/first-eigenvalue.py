# mistake: lambda-min
# meant: takes the first eigenvalue, which is the smallest
import torch
import torch.nn.functional as F

def critical_lr(X, h, w, bias):
    cols = F.unfold(X.view(1, 1, *X.shape), kernel_size=(h, w)).squeeze(0)
    if bias:
        cols = torch.vstack([cols, torch.ones(cols.shape[1])])
    hessian = 2 * cols @ cols.T
    lam = torch.linalg.eigvalsh(hessian)[0]   # the largest comes first
    return (2 / lam).item()
