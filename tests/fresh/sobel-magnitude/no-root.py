# mistake: no-root
# meant: forgets the square root
import torch

def sobel_magnitude(X):
    H, W = X.shape
    Kx = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    out = torch.zeros(H - 2, W - 2)
    for i in range(H - 2):
        for j in range(W - 2):
            gx = gy = 0
            for a in range(3):
                for b in range(3):
                    gx += Kx[a][b] * X[i + a, j + b]
                    gy += Kx[b][a] * X[i + a, j + b]
            out[i, j] = gx ** 2 + gy ** 2
    return out
