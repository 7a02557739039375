# mistake: no-bias
# meant: ignores the bias

import torch


def critical_lr(X, h, w, bias):
    rows = []
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            rows.append(X[i : i + h, j : j + w].reshape(-1))
    A = torch.stack(rows)
    lam = torch.linalg.eigvalsh(2 * A.T @ A).max()
    return 2 / lam.item()
