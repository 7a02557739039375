import torch


def im2col(X, h, w):
    # X: (H, W), float tensor; h, w: height and width of the window
    # returns a tensor of shape ((H - h + 1) * (W - w + 1), h * w)
    ...
