"""
en: >-
  Y is as small as without padding. The windows are cut from the padded image, but their number comes from the
  image before it was padded, so the last ones are missing. Check the size of Y: take H and W from the padded
  image.
zh: >-
  Y 的尺寸与不填充时一样小。窗口取自填充后的图像，个数却是按填充之前的图像算的，所以少了最后的一些窗口。请检查 Y 的尺寸：H 和 W 应取自填充后的图像。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1)
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
