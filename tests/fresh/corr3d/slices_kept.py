# mistake: slices-paired
# meant: correlates each slice with the same slice of K and keeps the results as slices
import torch
import torch

def corr3d(X, K):
    out = []
    for x, k in zip(X, K):
        h, w = k.shape
        out.append((x.unfold(0, h, 1).unfold(1, w, 1) * k).sum((-2, -1)))
    return torch.stack(out)
