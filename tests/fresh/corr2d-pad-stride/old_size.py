# mistake: unpadded-size
# meant: computes the size of Y from the image without its padding
import torch
import torch.nn.functional as F

def corr2d_ps(X, K, p, s):
    H, W = X.shape
    h, w = K.shape
    Xp = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros((H - h) // s[0] + 1, (W - w) // s[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            r, c = i * s[0], j * s[1]
            Y[i, j] = (Xp[r:r + h, c:c + w] * K).sum()
    return Y
