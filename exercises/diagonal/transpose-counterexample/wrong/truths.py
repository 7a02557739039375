"""
en: >-
  Your image holds True and False, and a float tensor is asked for. A comparison makes a bool tensor. Check
  the last step: append .float().
zh: >-
  你的图像里是 True 和 False，而题目要求浮点张量。比较运算得到的是布尔张量。请检查最后一步：在后面加上 .float()。
"""

import torch


def counterexample(n):
    return torch.ones(n, n).triu() > 0
