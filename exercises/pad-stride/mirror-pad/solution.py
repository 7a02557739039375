import torch


def mirror_pad(X, p):
    """Put what lies behind the border, turned round, in front of it: first for rows, then for columns."""
    tall = torch.cat([X[1 : p + 1].flip(0), X, X[len(X) - 1 - p : len(X) - 1].flip(0)])
    last = X.shape[1] - 1
    return torch.cat([tall[:, 1 : p + 1].flip(1), tall, tall[:, last - p : last].flip(1)], dim=1)
