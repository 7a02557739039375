"""
en: >-
  Your windows run over the edge of the image, where they are cut off and hold fewer pixels. Only windows that
  lie wholly inside X count: there are H − k + 1 places for one from top to bottom. Check where your loops
  end, and the size of Y.
zh: >-
  你的窗口伸出了图像的边缘，在那里被截短，像素就少了。只有完全落在 X 内部的窗口才算：从上到下共有 H − k + 1 个位置。请检查循环在哪里结束，以及 Y 的尺寸。
"""

import torch


def box_blur(X, k):
    H, W = X.shape
    return torch.stack([torch.stack([X[i : i + k, j : j + k].mean() for j in range(W)]) for i in range(H)])
