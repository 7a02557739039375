# mistake: off-by-one
# meant: the output is one row and one column too small (H - k)
import torch

def box_blur(X, k):
    h, w = X.shape
    Y = torch.zeros(h - k, w - k)
    for i in range(h - k):
        for j in range(w - k):
            Y[i, j] = X[i:i + k, j:j + k].mean()
    return Y
