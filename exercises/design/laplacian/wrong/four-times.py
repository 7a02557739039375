"""
en: >-
  Your kernel is four times as strong as it should be. On x² it gives 8 instead of 2. Weights of 1, 2, 1 along
  the border, as in a blur, do that: they add up to 4. Check what happens when you divide it by 4.
zh: >-
  你的卷积核给出的结果是应有值的四倍。它对 x² 给出 8，而不是 2。像模糊核那样在边上取 1, 2, 1 就会这样：它们之和是 4。请检查除以 4 之后会怎样。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[1.0, 2.0, 1.0], [2.0, -12.0, 2.0], [1.0, 2.0, 1.0]])
