"""
en: Each place in the kernel is a 1×1 convolution of a shifted image, which only mixes channels; the output is the sum of these mixtures.
zh: 核的每个位置相当于对平移后的图像做一次 1×1 卷积，只混合通道；把这些结果相加就是输出。
"""

import torch


def corr2d_multi_in_out(X, K):
    height, width = K.shape[2:]
    rows, columns = X.shape[1] - height + 1, X.shape[2] - width + 1
    total = 0
    for a in range(height):
        for b in range(width):
            shifted = X[:, a : a + rows, b : b + columns]
            total = total + torch.einsum("oc,cij->oij", K[:, :, a, b], shifted)
    return total
