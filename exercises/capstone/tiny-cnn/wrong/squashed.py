"""
en: >-
  Every output lies between 0 and 1. Then the loss cannot fall below 0.74, however sure the network is: a logit has to be free to grow. Most often a sigmoid stands at the end; remove it.
zh: >-
  所有输出都在 0 和 1 之间。这样无论网络多有把握，损失都不可能低于 0.74：logit 必须可以自由增大。最常见的原因是最后有一个 sigmoid，请去掉它。
look: '[sS]igmoid'
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
            nn.Linear(12, 4),
            nn.Sigmoid(),
        )

    def forward(self, X):
        return self.net(X)
