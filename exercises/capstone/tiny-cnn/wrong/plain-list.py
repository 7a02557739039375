r"""
en: >-
  PyTorch does not see your layers, so an optimizer finds no parameters. Most often they stand in a plain Python list or dictionary, into which nn.Module does not look; or they are made in forward, or the weights are plain tensors. Use nn.ModuleList, nn.ModuleDict or nn.Sequential in __init__.
zh: >-
  PyTorch 看不到你的各层，优化器因此找不到任何参数。多半是把层放进了普通的 Python 列表或字典，而 nn.Module 不会去里面查看；也可能是层在 forward 里才创建，或者权重只是普通张量。请在 __init__ 里使用 nn.ModuleList、nn.ModuleDict 或 nn.Sequential。
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
