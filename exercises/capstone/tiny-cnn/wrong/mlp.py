"""
en: >-
  None of its layers is an nn.Conv2d. Most often dense layers do all the work then, and learn each position on its own, which is just what a shared kernel saves. Use at least one nn.Conv2d.
zh: >-
  各层中没有一个是 nn.Conv2d。这时多半全靠全连接层，要为每个位置单独学习，而共享的卷积核省掉的正是这件事。请至少使用一个 nn.Conv2d。
look: 'Flatten'
"""

from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Flatten(), nn.Linear(144, 24), nn.ReLU(), nn.Linear(24, 4))

    def forward(self, X):
        return self.net(X)
