"""
en: Exponentials divided by their sum are a softmax, so only the exponent has to be written down.
zh: 取指数再除以总和就是 softmax，所以只需写出指数部分。
"""

import torch


def gaussian_kernel(size, sigma):
    place = torch.arange(size) - size // 2
    exponent = -(place[:, None] ** 2 + place**2) / (2 * sigma**2)
    return exponent.flatten().softmax(0).reshape(size, size)
