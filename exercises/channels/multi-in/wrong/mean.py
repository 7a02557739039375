r"""
en: >-
  You averaged the channels, so the result is too small. Every value is divided by the number of channels; the
  channels are added up, and that is all. Check for .mean(…) or a division.
zh: >-
  你对各通道取了平均，所以结果偏小。每个值都被除以了通道数；而各通道只需相加。请检查是否用了 .mean(…) 或做了除法。
look: '^[^#]*(\bmean\(|/)'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError('channels differ')
    return torch.stack([corr2d(x, k) for x, k in zip(X, K)]).mean(0)
