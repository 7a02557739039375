r"""
en: >-
  An index runs past the end of the image. In the formula a and b begin at 0, so the last pixel of a window is
  X[i + h − 1, j + w − 1]. Most often the − 1 is missing. Check with the 2×2 kernel: for Y[0, 0] the largest
  index is 1.
zh: >-
  下标越过了图像的末尾。公式里 a 和 b 从 0 开始，所以窗口的最后一个像素是 X[i + h − 1, j + w − 1]。最常见的原因是漏了 − 1。请用 2×2 的核核对：算 Y[0, 0] 时，最大的下标是 1。
look: '\+ *[hw] *-(?! *1\b)'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    h, w = K.shape
    Y = X.new_zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + h - a, j + w - b] * K[a, b]
    return Y
