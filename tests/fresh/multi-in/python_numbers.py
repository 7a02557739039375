# mistake: graph-cut
# meant: fills the output with .item(), which cuts the gradient
import torch


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channel counts differ")
    C, H, W = X.shape
    _, h, w = K.shape
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            Y[i][j] = torch.sum(X[:, i:i+h, j:j+w] * K).item()
    return Y
