# mistake: stride-ignored
# meant: uses the stride for the output shape but not for where the windows begin
import torch


def corr2d_ps(X, K, p, s):
    H, W = X.shape
    h, w = K.shape
    padded = torch.zeros((H + 2 * p[0], W + 2 * p[1]), dtype=X.dtype)
    padded[p[0]:p[0] + H, p[1]:p[1] + W] = X
    Y = torch.zeros(((H + 2 * p[0] - h) // s[0] + 1, (W + 2 * p[1] - w) // s[1] + 1), dtype=X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (padded[i:i + h, j:j + w] * K).sum()
    return Y
