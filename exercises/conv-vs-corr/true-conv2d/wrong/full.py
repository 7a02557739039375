"""
en: >-
  You returned the full convolution. It has a place wherever kernel and image overlap at all, so it is larger
  than the image. Only the places where the whole kernel lies on the image are asked for. Check the padding, or
  cut off h − 1 rows and w − 1 columns on each side.
zh: >-
  你返回的是完整（full）卷积。只要核与图像有重叠就算一个位置，所以它比图像还大。本题只要整个核都落在图像内的那些位置。请检查填充；或者上下各去掉 h − 1 行，左右各去掉 w − 1 列。
look: 'pad|transpose'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    h, w = K.shape
    X = F.pad(X, (w - 1, w - 1, h - 1, h - 1))
    return F.conv2d(X[None, None], K.flip(0, 1)[None, None])[0, 0]
