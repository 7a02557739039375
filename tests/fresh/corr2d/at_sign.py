# mistake: matrix-product
# meant: matrix product of the window with the kernel instead of the product element by element
import torch


def corr2d(X, K):
    h, w = K.shape
    Y = []
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            window = X[i:i + h, j:j + w]
            # multiply and sum
            Y.append((window @ K).sum())
    return torch.stack(Y).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
