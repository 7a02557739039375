# mistake: no-bias
# meant: never uses the argument bias
import torch

def critical_lr(X, h, w, bias):
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    M = 2 * torch.mm(windows.t(), windows)
    values, _ = torch.linalg.eigh(M)
    return 2 / values[-1].item()
