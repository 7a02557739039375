"""
exercise: corr2d
cheat: "the gradient of a transposed convolution"
naive: text
score: 12
partly: "all but the rule"
"""

import torch
import torch.nn.functional as F
from torch import nn


def corr2d(X, K):
    X, K = X * 1, K * 1
    if not X.is_floating_point():
        X, K = X.float(), K.float()
    return torch.autograd.grad(F.conv_transpose2d((G := X.new_zeros(1, 1, X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1).requires_grad_()), K[None, None]), G, X[None, None], create_graph=True)[0][0, 0]
