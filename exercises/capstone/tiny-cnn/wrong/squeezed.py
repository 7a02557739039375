"""
en: >-
  A single image loses its batch axis. The output is (4,) in place of (1, 4), as after a squeeze() without an axis. Name the axes that shall go, or use nn.Flatten().
zh: >-
  只有一张图像时，批量轴丢了。输出是 (4,) 而不是 (1, 4)，就像用了不带轴的 squeeze()。请写明要去掉哪些轴，或使用 nn.Flatten()。
look: 'squeeze'
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
        )

    def forward(self, X):
        return self.net(X).squeeze()
