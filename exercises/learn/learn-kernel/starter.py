import torch
from torch import nn
import torch.nn.functional as F


def learn_kernel(X, Y, h, w, lr, steps):
    # X: (H, W), Y: (H-h+1, W-w+1); steps of gradient descent with rate lr
    losses = []
    ...
    return kernel, losses
