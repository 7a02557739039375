"""
en: >-
  The numbers of K end up in the wrong stacks. reshape exchanges no axes: it reads the numbers in their old
  order and cuts them anew. Check how K is rearranged: K[o] already is the stack you need, and permute exchanges
  axes.
zh: >-
  K 的数跑到了别的组里。reshape 不会交换维度：它按原来的顺序读出各数，再重新切分。请检查 K 是怎样重排的：K[o] 本来就是所需的那一组；要交换维度得用 permute。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    swapped = K.reshape(K.shape[1], K.shape[0], *K.shape[2:]).transpose(0, 1)
    return torch.stack([corr2d_multi_in(X, k) for k in swapped])
