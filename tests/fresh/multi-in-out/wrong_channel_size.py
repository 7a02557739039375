# mistake: none
# meant: makes as many output maps as there are input channels
import torch


def corr2d_multi_in_out(X, K):
    h, w = K.shape[-2:]
    Y = torch.zeros(X.shape[0], X.shape[1] - h + 1, X.shape[2] - w + 1)
    for o in range(Y.shape[0]):
        for i in range(Y.shape[1]):
            for j in range(Y.shape[2]):
                Y[o, i, j] = torch.sum(X[:, i:i + h, j:j + w] * K[o])
    return Y
