# mistake: inner-layer
# meant: hides an nn.Conv2d inside, so the names are conv.weight and conv.bias
import torch
from torch import nn

class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, kernel_size)
    @property
    def weight(self):
        return self.conv.weight[0, 0]
    @property
    def bias(self):
        return self.conv.bias
    def forward(self, X):
        return self.conv(X[None, None])[0, 0]
