# mistake: no-turn-at-the-end
# meant: abs for the negative places only, so that the far end is out of range
import torch

def mirror_pad(X, p):
    H, W = X.shape
    rows = [abs(r) for r in range(-p, H + p)]
    cols = [abs(c) for c in range(-p, W + p)]
    return X[rows][:, cols]
