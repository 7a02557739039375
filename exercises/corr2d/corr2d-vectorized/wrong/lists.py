r"""
en: >-
  The work happens in Python, not in torch. Numbers leave the tensors, are added up one by one, and become a
  tensor at the end; no gradient can follow them. Check for .tolist() and its like, and keep the values in tensors
  all the way.
zh: >-
  计算是在 Python 里做的，而不是在 torch 里。数值先从张量中取出，逐个相加，最后再变回张量，梯度也就断了。请检查 .tolist() 一类的调用，让数值始终留在张量里。
look: '^[^#]*(\.tolist\(|\.item\(|\bfloat\()'
"""

import torch


def corr2d(X, K):
    x, k = X.tolist(), K.tolist()
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = [[sum(x[i + a][j + b] * k[a][b] for a in range(h) for b in range(w)) for j in range(W)] for i in range(H)]
    return torch.tensor(Y, dtype=X.dtype)
