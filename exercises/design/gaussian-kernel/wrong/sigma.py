"""
en: >-
  The exponent is divided by 2σ, not by 2σ². With sigma 1 both are the same, so the first example hides it.
  Check the denominator: sigma is squared, as x and y are.
zh: >-
  指数除以的是 2σ，而不是 2σ²。σ = 1 时两者相同，所以第一个例子看不出来。请检查分母：σ 与 x、y 一样要平方。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp(-(a**2) / (2 * sigma))
    K = torch.outer(g, g)
    return K / K.sum()
