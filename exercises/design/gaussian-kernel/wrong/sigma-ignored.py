"""
en: >-
  Your kernel is the same for every sigma. It is the bell of sigma 1, so the first example does not show it.
  Check where sigma enters the exponent.
zh: >-
  无论 σ 是几，你的卷积核都一样。它总是 σ = 1 的钟形，所以第一个例子看不出来。请检查指数里哪里用到了 sigma。
"""

import torch


def gaussian_kernel(size, sigma):
    g = torch.exp(-((torch.arange(size) - size // 2) ** 2) / 2)
    return torch.outer(g, g) / g.sum() ** 2
