"""
en: After a Fourier transform, composing is multiplying number by number; that pays for large kernels, and leaves small rounding errors.
zh: 做傅里叶变换之后，复合就是逐元素相乘；核很大时更划算，但会留下微小的舍入误差。
"""

import torch


def compose(A, B):
    size = [a + b - 1 for a, b in zip(A.shape, B.shape, strict=True)]
    return torch.fft.irfft2(torch.fft.rfft2(A, size) * torch.fft.rfft2(B, size), size)
