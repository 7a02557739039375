"""
en: >-
  The numbers of K end up in the wrong stacks. reshape exchanges no axes: it reads the numbers in their old
  order and cuts them anew. Check how K is rearranged: K[o] already is the stack you need, and permute exchanges
  axes.
zh: >-
  K 的数跑到了别的组里。reshape 不会交换维度：它按原来的顺序读出各数，再重新切分。请检查 K 是怎样重排的：K[o] 本来就是所需的那一组；要交换维度得用 permute。
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in_out(X, K):
    co, ci, h, w = K.shape
    return F.conv2d(X[None], K.reshape(ci, co, h, w))[0]
