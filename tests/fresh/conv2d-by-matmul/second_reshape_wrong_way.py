# mistake: none
# meant: reads the windows column by column

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    oh, ow = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i : i + h, j : j + w].T.reshape(-1) for i in range(oh) for j in range(ow)])
    return (A @ K.reshape(-1, 1)).reshape(oh, ow)
