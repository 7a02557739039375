r"""
en: >-
  torch.tensor(…) cannot build a tensor from a list of maps. It wants numbers, and would cut the gradients
  anyway. Check the last line: torch.stack joins a list of tensors.
zh: >-
  torch.tensor(…) 不能用一串图来构造张量。它要的是数，而且会切断梯度。请检查最后一行：torch.stack 能把由张量组成的列表连起来。
look: '^[^#]*\btensor\('
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.tensor([corr2d_multi_in(X, k) for k in K])
