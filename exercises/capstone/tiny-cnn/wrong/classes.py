"""
en: >-
  The number of classes is not four. Each row needs one logit for each of the four directions. Check the outputs of the last layer.
zh: >-
  类别数不是四。每一行应有四个 logit，每个方向一个。请检查最后一层的输出个数。
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
            nn.Conv2d(8, 12, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.AdaptiveMaxPool2d(1),
            nn.Flatten(),
            nn.Linear(12, 10),
        )

    def forward(self, X):
        return self.net(X)
