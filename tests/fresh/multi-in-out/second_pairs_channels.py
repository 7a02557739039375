# mistake: depthwise
# meant: zips the input channels with the kernels

import torch
import torch.nn.functional as F


def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(K.shape[0]):
        c = o % X.shape[0]
        maps.append(F.conv2d(X[c][None, None], K[o, c][None, None])[0, 0])
    return torch.stack(maps)
