r"""
en: >-
  The axis of the output channels is lost where there is only one of them. squeeze() removes every axis of size
  1, whatever it stands for. Check the last line: the result has three axes, also for a single output channel.
zh: >-
  只有一个输出通道时，输出通道那一维就丢了。squeeze() 会去掉所有大小为 1 的维度，不管它代表什么。请检查最后一行：即使只有一个输出通道，结果也是三维的。
look: '^[^#]*squeeze\('
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K]).squeeze()
