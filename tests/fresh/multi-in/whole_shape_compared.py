# mistake: shapes-compared
# meant: compares the whole shapes, so that every kernel smaller than the image is refused
import torch
import torch.nn.functional as F

def corr2d_multi_in(X, K):
    if X.shape != K.shape:
        raise ValueError("shapes do not match")
    return F.conv2d(X[None], K[None])[0, 0]
