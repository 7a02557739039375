# mistake: axes-reversed
# meant: names the axes width, height, depth, but indexes the kernel's as depth, height, width: output axes reversed
import torch

def corr3d(X, K):
    D, H, W = X.shape
    d, h, w = K.shape
    Y = torch.zeros(W - w + 1, H - h + 1, D - d + 1)
    for x in range(W - w + 1):
        for y in range(H - h + 1):
            for z in range(D - d + 1):
                Y[x, y, z] = (X[z:z+d, y:y+h, x:x+w] * K).sum()
    return Y
