"""
en: >-
  Your result is still a matrix with one row for each channel. Its values are right, but the pixels of an
  image stand in rows and columns. Check the last step: the product has to be given the shape (co, H, W).
zh: >-
  结果仍是一个矩阵，每个通道占一行。数值是对的，但图像的像素要排成行和列。请检查最后一步：要把乘积整理成 (co, H, W) 的形状。
"""

import torch


def conv1x1(X, K):
    return K.flatten(1) @ X.flatten(1)
