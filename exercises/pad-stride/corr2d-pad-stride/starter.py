import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    # X: (H, W), K: (h, w), float tensors
    # p = (ph, pw): zeros on each side; s = (sh, sw): stride
    ...
