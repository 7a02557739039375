"""
en: Absolute values fold every index back into the image, at 0 and at the last pixel; one indexing per axis then reads the result.
zh: 用绝对值把下标在 0 和最后一个像素处折回图像内；之后每个轴索引一次就得到结果。
"""

import torch


def folded(size, p):
    last = size - 1
    return last - (last - torch.arange(-p, size + p).abs()).abs()


def mirror_pad(X, p):
    return X[folded(X.shape[0], p)][:, folded(X.shape[1], p)]
