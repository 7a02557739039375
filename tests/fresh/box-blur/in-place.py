# mistake: inplace
# meant: writes the averages into X itself while it still reads from it
import torch

def box_blur(X, k):
    H, W = X.shape
    for i in range(H - k + 1):
        for j in range(W - k + 1):
            X[i, j] = X[i:i+k, j:j+k].sum() / (k * k)
    return X[:H-k+1, :W-k+1]
