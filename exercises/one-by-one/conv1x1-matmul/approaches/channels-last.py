"""
en: Channels moved to the end, each pixel is a row that the matrix mixes, as nn.Linear does it; the axes then have to travel back.
zh: 把通道移到最后，每个像素就是一行，由矩阵来混合，和 nn.Linear 的做法相同；之后还要把轴移回来。
"""

import torch


def conv1x1(X, K):
    pixels = X.permute(1, 2, 0)
    return (pixels @ K[:, :, 0, 0].T).permute(2, 0, 1)
