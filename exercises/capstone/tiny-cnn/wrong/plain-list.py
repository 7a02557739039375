r"""
en: >-
  PyTorch does not see your layers. nn.Module does not look into a plain Python list or dictionary, so nothing in it is registered and an optimizer finds no parameters. Use nn.ModuleList, nn.ModuleDict or nn.Sequential.
zh: >-
  PyTorch 看不到你的各层。nn.Module 不会查看普通的 Python 列表或字典，里面的层都没有注册，优化器找不到任何参数。请使用 nn.ModuleList、nn.ModuleDict 或 nn.Sequential。
look: '= \['
"""
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Conv2d(1, 8, 3), nn.ReLU(), nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(8, 4)]

    def forward(self, X):
        for layer in self.layers:
            X = layer(X)
        return X
