# mistake: pixel-loop
# meant: still a loop over the pixels
import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1, dtype=X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = torch.dot(X[i:i+h, j:j+w].reshape(-1), K.reshape(-1))
    return Y
