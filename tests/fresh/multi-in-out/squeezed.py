# mistake: squeezed
# meant: squeeze drops every axis of length 1
import torch
import torch.nn.functional as F

def corr2d_multi_in_out(X, K):
    y = F.conv2d(X[None, :, :, :], K)
    return y.squeeze()
