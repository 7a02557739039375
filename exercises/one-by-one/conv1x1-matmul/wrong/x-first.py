"""
en: >-
  Your pixels are mixed up before they are multiplied. reshape moves no axis: it reads the channels one after the
  other and cuts the numbers into pieces of ci, which are not the channels of one pixel. Check how X becomes a
  matrix: X.reshape(ci, H·W), or X.permute(1, 2, 0) first.
zh: >-
  像素在相乘之前就被打乱了。reshape 不会移动维度：它把各通道首尾相接地读出，再每 ci 个数切成一段，而这并不是同一个像素的各通道。请检查 X 是怎样变成矩阵的：用 X.reshape(ci, H·W)，或先 X.permute(1, 2, 0)。
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (X.reshape(h * w, c) @ K.reshape(-1, c).t()).t().reshape(-1, h, w)
