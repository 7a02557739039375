# mistake: right-end-short
# meant: slices with -p, which is the whole image when p is 0
import torch


def mirror_pad(X, p):
    up = torch.flip(X[1:p+1, :], [0])
    down = torch.flip(X[-p-1:-1, :], [0])
    Y = torch.cat([up, X, down], 0)
    # now left and right
    left = torch.flip(Y[:, 1:p+1], [1])
    right = torch.flip(Y[:, -p:-1], [1])
    return torch.cat([left, Y, right], 1)
