r"""
en: >-
  Slices of tensors cannot go backwards. A negative step, as in X[p : 0 : −1], works for lists, but PyTorch
  refuses it. Check the slices: take X[1 : p + 1] and turn it with .flip(0).
zh: >-
  张量的切片不能倒着走。X[p : 0 : −1] 这样的负步长对列表有效，PyTorch 却不接受。请检查切片：先取 X[1 : p + 1]，再用 .flip(0) 翻转。
look: '::\s*-|:[^:\]]*:\s*-'
"""

import torch


def mirror_pad(X, p):
    X = torch.cat([X[p:0:-1], X, X[-2 : -2 - p : -1]])
    return torch.cat([X[:, p:0:-1], X, X[:, -2 : -2 - p : -1]], 1)
