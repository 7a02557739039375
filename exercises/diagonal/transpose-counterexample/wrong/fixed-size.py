"""
en: >-
  Your image has two rows and two columns for every n. It should have n rows and n columns. Check where n
  enters: torch.ones(n, n) or torch.eye(n) makes an image of the right size, which you can change.
zh: >-
  无论 n 是几，你的图像都是两行两列。它应当有 n 行 n 列。请检查哪里用到了 n：torch.ones(n, n) 或 torch.eye(n) 能得到大小合适的图像，再加以修改。
"""

import torch


def counterexample(n):
    return torch.tensor([[1.0, 1.0], [0.0, 1.0]])
