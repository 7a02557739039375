r"""
en: >-
  The gradient reaches X, but not K. A kernel is learned through its gradient, and here K was turned into plain
  numbers or copied without its history. Check how the flipped kernel is made: K.flip(0, 1) keeps the history.
zh: >-
  梯度传到了 X，却没有传到 K。卷积核要靠梯度来学习，而这里 K 被变成了普通的数，或者被复制时丢掉了计算历史。请检查翻转后的核是怎样得到的：K.flip(0, 1) 会保留历史。
look: 'tolist|item|detach|\.data|torch\.tensor|no_grad'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    turned = torch.tensor([row[::-1] for row in K.tolist()[::-1]])
    return F.conv2d(X[None, None], turned.to(X)[None, None])[0, 0]
