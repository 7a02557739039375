# mistake: mean
# meant: averages over the input channels
import torch


def conv1x1(X, K):
    ci, h, w = X.shape
    Y = torch.mm(K.reshape(-1, ci), X.reshape(ci, h * w)) / ci
    return Y.reshape(K.size(0), h, w)
