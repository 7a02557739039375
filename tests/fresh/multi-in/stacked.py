# mistake: stack
# meant: returns one map per channel and forgets to add them up
import torch
import torch.nn.functional as F

def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels differ")
    maps = []
    for c in range(X.shape[0]):
        maps.append(F.conv2d(X[c][None, None], K[c][None, None])[0, 0])
    return torch.stack(maps)
