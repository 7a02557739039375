import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    # X: (H, W); h, w: shape of the kernel; bias: True or False
    ...
