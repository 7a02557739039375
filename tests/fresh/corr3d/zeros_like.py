# mistake: zeros-like
# meant: makes the output as large as X and leaves zeros behind the last place
import torch

def corr3d(X, K):
    Y = torch.zeros_like(X)
    d, h, w = K.shape
    for t in range(X.shape[0] - d + 1):
        for i in range(X.shape[1] - h + 1):
            for j in range(X.shape[2] - w + 1):
                Y[t, i, j] = (X[t:t+d, i:i+h, j:j+w] * K).sum()
    return Y
