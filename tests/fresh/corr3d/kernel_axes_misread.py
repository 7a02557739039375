# mistake: none
# meant: reads the kernel's shape as height, width, depth
import torch

def corr3d(X, K):
    D, H, W = X.shape
    h, w, d = K.shape
    Y = X.new_zeros(D - d + 1, H - h + 1, W - w + 1)
    for t in range(D - d + 1):
        for i in range(H - h + 1):
            for j in range(W - w + 1):
                Y[t, i, j] = (X[t:t + d, i:i + h, j:j + w] * K).sum()
    return Y
