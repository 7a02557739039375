# mistake: reshaped
# meant: unfolds in the wrong order of axes and reshapes

import torch


def im2col(X, h, w):
    p = X.unfold(0, h, 1).unfold(1, w, 1)
    return p.permute(2, 3, 0, 1).reshape(-1, h * w)
