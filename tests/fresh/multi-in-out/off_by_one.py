# mistake: off-by-one
# meant: forgets the + 1 in the size of the output
import torch

def corr2d_multi_in_out(X, K):
    co, ci, h, w = K.shape
    H = X.shape[1] - h
    W = X.shape[2] - w
    Y = torch.zeros(co, H, W)
    for o in range(co):
        for i in range(H):
            for j in range(W):
                Y[o, i, j] = (X[:, i:i+h, j:j+w] * K[o]).sum()
    return Y
