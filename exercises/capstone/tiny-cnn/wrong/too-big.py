"""
en: >-
  Your network is too large. Most often the dense layer after nn.Flatten() is to blame: each of its units has one weight per number that is left. Pool further before you flatten, or use fewer units.
zh: >-
  网络太大了。问题多半出在 nn.Flatten() 之后的全连接层：展平后剩下多少个数，它的每个单元就有多少个权重。请在展平之前继续池化，或者减少单元数。
look: 'Linear'
"""

from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(1, 8, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(288, 64),
            nn.ReLU(),
            nn.Linear(64, 4),
        )

    def forward(self, X):
        return self.net(X)
