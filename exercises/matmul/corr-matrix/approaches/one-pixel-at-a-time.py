"""
en: Column n of a matrix is its answer to the n-th unit vector, so correlate every image with a single white pixel; this finds the matrix of any linear operation.
zh: 矩阵的第 n 列就是它对第 n 个单位向量的回答，所以让每张只有一个白像素的图像做一次互相关；任何线性运算的矩阵都可以这样求。
"""

import torch
import torch.nn.functional as F


def corr_matrix(K, H, W):
    pixels = torch.eye(H * W, dtype=K.dtype).reshape(-1, 1, H, W)
    return F.conv2d(pixels, K[None, None]).flatten(1).T
