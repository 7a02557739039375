# mistake: total-one-map
# meant: adds the maps of the output channels up
import torch
import torch.nn.functional as F

def corr2d_multi_in_out(X, K):
    result = 0
    for k in K:
        result = result + F.conv2d(X[None], k[None])[0]
    return result
