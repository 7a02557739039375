# mistake: flipped
# meant: flips the kernel along all axes
import torch


def corr3d(X, K):
    K = torch.flip(K, dims=(0, 1, 2))
    d, h, w = K.shape
    D, H, W = (a - b + 1 for a, b in zip(X.shape, K.shape))
    Y = 0
    for a in range(d):
        for b in range(h):
            for c in range(w):
                Y = Y + X[a:a + D, b:b + H, c:c + W] * K[a, b, c]
    return Y
