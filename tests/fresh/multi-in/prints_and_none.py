# mistake: not-raised
# meant: prints a message and returns nothing
import torch

def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        print("Error: the number of channels is different")
        return
    h, w = K.shape[1], K.shape[2]
    out = 0
    for c in range(K.shape[0]):
        for a in range(h):
            for b in range(w):
                out = out + X[c, a:X.shape[1] - h + 1 + a, b:X.shape[2] - w + 1 + b] * K[c, a, b]
    return out
