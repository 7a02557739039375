"""
en: >-
  The bell stands half a pixel off the middle. The coordinates of a 3×3 kernel are −1, 0 and 1, not −1.5, −0.5
  and 0.5: subtract (size − 1) / 2. Check where x and y are 0.
zh: >-
  钟形的中心偏了半个像素。3×3 卷积核的坐标是 −1、0、1，而不是 −1.5、−0.5、0.5：应当减去 (size − 1) / 2。请检查 x 和 y 在何处为 0。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - size / 2
    g = torch.exp(-(a**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / K.sum()
