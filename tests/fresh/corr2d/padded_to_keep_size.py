# mistake: padding-both-sides | same-padding
# meant: pads with zeros so that the output is as large as the image
import torch
import torch.nn.functional as F


def corr2d(X, K):
    H, W = X.shape
    h, w = K.shape
    P = F.pad(X, (w // 2, w // 2, h // 2, h // 2))
    Y = torch.zeros_like(X)
    for i in range(H):
        for j in range(W):
            Y[i, j] = torch.sum(P[i:i+h, j:j+w] * K)
    return Y
