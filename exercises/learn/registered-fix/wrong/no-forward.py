"""
en: >-
  Your layer has no forward. layer(X) calls it, so without it nothing is computed. Check its name and its
  indentation: it stands inside the class, beside __init__.
zh: >-
  你的层没有 forward。layer(X) 调用的就是它，没有它就什么也不会算。请检查它的名字和缩进：它应写在类里面，与 __init__ 并列。
"""

import torch
from torch import nn


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))
