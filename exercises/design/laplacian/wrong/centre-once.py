"""
en: >-
  The entries of your kernel sum to 2. A second derivative along the rows needs −2 in the middle, and the one
  along the columns needs another −2. Check the middle: the two have to be added.
zh: >-
  你的卷积核各元素之和为 2。沿行的二阶导数在中心需要 −2，沿列的二阶导数还需要一个 −2。请检查中心：两者要加在一起。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[0.0, 1.0, 0.0], [1.0, -2.0, 1.0], [0.0, 1.0, 0.0]])
