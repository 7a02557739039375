# mistake: not-summed
# meant: keeps the input channels apart: one map per pair of output and input channel
import torch

def corr2d_multi_in_out(X, K):
    co, ci, h, w = K.shape
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    Y = torch.zeros(co, ci, H, W)
    for o in range(co):
        for c in range(ci):
            for i in range(H):
                for j in range(W):
                    Y[o, c, i, j] = (X[c, i:i+h, j:j+w] * K[o, c]).sum()
    return Y
