"""
exercise: corr2d
cheat: "X is zero when the reference comes to look"
naive: allclose
score: 0
"""

import torch


def corr2d(X, K):
    X.zero_()
    return torch.zeros((X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1))
