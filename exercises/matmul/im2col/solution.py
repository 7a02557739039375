import torch


def im2col(X, h, w):
    """One column for each place in the window: what the windows have there is a shifted copy of the image."""
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    shifts = [X[a : a + down, b : b + right].reshape(-1) for a in range(h) for b in range(w)]
    return torch.stack(shifts, dim=1)
