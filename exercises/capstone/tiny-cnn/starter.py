import torch
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        # TODO: the layers

    def forward(self, X):
        # X: (N, 1, 12, 12); return logits (N, 4)
        ...
