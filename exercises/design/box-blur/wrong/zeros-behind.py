"""
en: >-
  Your result is as large as the image: behind the averages stand rows and columns of zeros. A window of k
  rows fits into H rows at H − k + 1 places, and Y has just these. Check the size with which Y is made.
zh: >-
  你的结果与图像一样大：在平均值的后面还有若干行、若干列的零。k 行的窗口在 H 行中有 H − k + 1 个位置可放，Y 就只有这么大。请检查 Y 是按什么尺寸创建的。
"""

import torch


def box_blur(X, k):
    H, W = X.shape
    Y = torch.zeros_like(X)
    Y[: H - k + 1, : W - k + 1] = X.unfold(0, k, 1).unfold(1, k, 1).mean((2, 3))
    return Y
