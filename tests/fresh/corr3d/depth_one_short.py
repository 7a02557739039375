# mistake: depth-one-short | depth-one-short-stacked
# meant: forgets the + 1 for the depth only
import torch


def corr3d(X, K):
    d, h, w = K.shape
    D = X.shape[0] - d
    H = X.shape[1] - h + 1
    W = X.shape[2] - w + 1
    return torch.stack([
        torch.stack([torch.stack([(X[t:t+d, i:i+h, j:j+w] * K).sum() for j in range(W)]) for i in range(H)])
        for t in range(D)
    ])
