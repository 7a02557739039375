"""
en: >-
  The values are right, but they stand in the wrong places. Your product has one row for each pixel, and reshape
  cannot turn rows into channels: it only cuts the same sequence anew. Check the last step: transpose first, then
  reshape.
zh: >-
  数值都对，但放错了位置。你的乘积每行对应一个像素，而 reshape 不能把行变成通道：它只是把同一串数重新分段。请检查最后一步：先转置，再 reshape。
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (X.reshape(c, -1).t() @ K.reshape(-1, c).t()).reshape(-1, h, w)
