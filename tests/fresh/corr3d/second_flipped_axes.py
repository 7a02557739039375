# mistake: flipped
# meant: flips the kernel along all axes, as real convolution

import torch


def corr3d(X, K):
    K = K.flip(0, 1, 2)
    d, h, w = K.shape
    out_d = X.shape[0] - d + 1
    out_h = X.shape[1] - h + 1
    out_w = X.shape[2] - w + 1
    Y = 0
    for a in range(d):
        for b in range(h):
            for c in range(w):
                Y = Y + K[a, b, c] * X[a : a + out_d, b : b + out_h, c : c + out_w]
    return Y
