# mistake: not-turned
# meant: takes the right rows but forgets to reverse them (visible from p = 2 on)
import torch


def mirror_pad(X, p):
    H, W = X.shape
    Y = torch.cat((X[1:p + 1], X, X[H - 1 - p:H - 1]))
    return torch.cat((Y[:, 1:p + 1], Y, Y[:, W - 1 - p:W - 1]), dim=1)
