r"""
en: >-
  Your output begins too early. Its first value belongs to a window that hangs over the top and the left edge:
  where i − a or j − b is negative, a term is left out. Check where i and j begin: with X[i + h − 1 − a, j + w −
  1 − b] every window lies on the image.
zh: >-
  你的输出开始得太早。第一个值对应的窗口伸出了图像的上边和左边：i − a 或 j − b 为负时，就少了一项。请检查 i、j 从哪里开始：写成 X[i + h − 1 − a, j + w − 1 − b]，每个窗口就都落在图像内。
look: '>= *0|pad|\[:'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    (H, W), (h, w) = X.shape, K.shape
    full = F.conv_transpose2d(X[None, None], K[None, None])[0, 0]
    return full[: H - h + 1, : W - w + 1]
