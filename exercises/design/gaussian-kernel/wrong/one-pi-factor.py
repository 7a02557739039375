"""
en: >-
  The entries do not sum to 1, so the image gets darker or brighter. The factor 1/(2πσ²) makes the whole bell,
  out to infinity, sum to 1; a small grid of samples does not. Check the last step: divide by the sum of all
  entries.
zh: >-
  各元素之和不为 1，图像会变暗或变亮。系数 1/(2πσ²) 使伸展到无穷远的整个钟形积分为 1；小网格上的采样值之和却不是 1。请检查最后一步：应当除以所有元素之和。
"""

import math

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(size) - size // 2
    g = torch.exp(-(x**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / (math.sqrt(2 * math.pi) * sigma)
