"""
en: >-
  The four corners are zero. The sides were filled one by one from the image, and no side reaches into a corner.
  Check the order: extend the rows first, then the columns of the extended image.
zh: >-
  四个角都是零。四条边各自从图像中取值填上，而哪条边都没有伸到角里。请检查次序：先扩展行，再扩展“已扩展图像”的列。
"""

import torch
from torch.nn import functional as F


def mirror_pad(X, p):
    H, W = X.shape
    Y = F.pad(X, (p, p, p, p))
    for i in range(1, p + 1):
        Y[p - i, p : p + W] = X[i]
        Y[p + H - 1 + i, p : p + W] = X[H - 1 - i]
        Y[p : p + H, p - i] = X[:, i]
        Y[p : p + H, p + W - 1 + i] = X[:, W - 1 - i]
    return Y
