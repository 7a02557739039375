"""
en: >-
  The bell is too narrow, as if the 2 were missing. The exponent is −(x² + y²) / (2σ²); without the 2 it is the
  bell of a smaller sigma. Check the denominator, and that its brackets hold everything: a / 2 * b is (a / 2) ·
  b.
zh: >-
  钟形太窄，就像少了系数 2。指数是 −(x² + y²) / (2σ²)；没有 2，就成了更小的 σ 的钟形。请检查分母，以及括号是否括住了整个分母：a / 2 * b 是 (a / 2)·b。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp(-(a**2) / sigma**2)
    K = torch.outer(g, g)
    return K / K.sum()
