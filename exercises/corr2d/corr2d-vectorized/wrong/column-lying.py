r"""
en: >-
  The values are right, but they still stand in one line. There is one number for each window; Y is an image, of
  shape (H − h + 1, W − w + 1). Check the last step: a reshape is missing.
zh: >-
  数值是对的，但还排成一长串。每个窗口一个数，而 Y 是一幅图像，形状为 (H − h + 1, W − w + 1)。请检查最后一步：还要 reshape。
look: 'return .*@'
"""

import torch
import torch.nn.functional as F


def corr2d(X, K):
    h, w = K.shape
    return K.reshape(1, -1) @ F.unfold(X[None, None], (h, w))[0]
