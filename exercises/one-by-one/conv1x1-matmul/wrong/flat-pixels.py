"""
en: >-
  Your result is still a matrix with one row for each pixel. Its values are right, but an image has the
  channels first, then rows and columns. Check the last step: transpose the product, then give it the shape
  (co, H, W).
zh: >-
  结果仍是一个矩阵，每个像素占一行。数值是对的，但图像应当通道在前，然后是行和列。请检查最后一步：先转置乘积，再整理成 (co, H, W) 的形状。
"""

import torch


def conv1x1(X, K):
    return X.flatten(1).t() @ K.flatten(1).t()
