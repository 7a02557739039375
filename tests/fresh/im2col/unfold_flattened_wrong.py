# mistake: shape-swapped
# meant: unfolds twice but does not give the windows a row each: reshape to (hw, -1)
import torch


def im2col(X, h, w):
    patches = X.unfold(0, h, 1).unfold(1, w, 1)
    return patches.reshape(h * w, -1)
