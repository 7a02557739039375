# mistake: ci-co-builtin | ci-co
# meant: takes the first axis of K for the input channels
import torch
import torch.nn.functional as F


def corr2d_multi_in_out(X, K):
    # K: in, out, h, w
    return F.conv2d(X.unsqueeze(0), K.transpose(0, 1))[0]
