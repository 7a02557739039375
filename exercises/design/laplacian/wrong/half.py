"""
en: >-
  Your kernel gives only half of what it should. On x² it gives 1 instead of 2. The derivatives along the rows
  and along the columns are added here, not averaged. Check the factor in front.
zh: >-
  你的卷积核只给出应有值的一半。它对 x² 给出 1，而不是 2。这里要把沿行和沿列的导数相加，而不是求平均。请检查前面的系数。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]]) / 2
