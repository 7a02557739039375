"""
en: >-
  The constructor of nn.Module never runs. Without it there is no place for layers, and the first assignment raises an error. Make super().__init__() the first line of __init__.
zh: >-
  nn.Module 的构造函数没有运行。没有它，模块就没有存放各层的地方，第一次赋值就会报错。请把 super().__init__() 写成 __init__ 的第一行。
look: '__init__'
"""
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
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
        return self.net(X)
