"""
en: >-
  It works for a single image only. With five or eight images the output has another shape, or an error is raised. Most often the batch size was written as 1 in a reshape or view; keep X.shape[0], or use nn.Flatten().
zh: >-
  它只能处理一张图像。换成五张或八张，输出形状就变了，或者报错。最常见的原因是在 reshape 或 view 里把批量大小写成了 1；请保留 X.shape[0]，或使用 nn.Flatten()。
look: 'reshape|view'
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
        return self.net(X).reshape(1, 4)
