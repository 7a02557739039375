# mistake: last
# meant: overwrites the result in each round
import torch


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    _, h, w = K.shape
    for x, k in zip(X, K):
        Y = torch.stack([torch.stack([(x[i:i + h, j:j + w] * k).sum() for j in range(x.shape[1] - w + 1)])
                         for i in range(x.shape[0] - h + 1)])
    return Y
