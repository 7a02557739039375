"""
en: >-
  K is multiplied with each channel of X, as if the rows of the image were its channels. With three axes, @
  takes the first one for a batch and multiplies along the rows; if the height does not happen to be ci, it
  fails. Check the shape of X before the product: (ci, H·W) has two axes.
zh: >-
  K 与 X 的每个通道各乘了一次，好像图像的行才是通道。遇到三维张量，@ 会把第一维当作批量，沿着行相乘；高度不恰好等于 ci 时就会报错。请检查相乘之前 X 的形状：(ci, H·W) 只有两维。
"""

import torch


def conv1x1(X, K):
    return K[:, :, 0, 0] @ X
