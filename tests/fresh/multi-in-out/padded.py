# mistake: padded
# meant: pads to keep the size of the image
import torch
import torch.nn.functional as F


def corr2d_multi_in_out(X, K):
    return F.conv2d(X.unsqueeze(0), K, padding=1).squeeze(0)
