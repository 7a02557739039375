r"""
en: >-
  You stack two things at a time: the result so far, and the next map. With two output channels this works; at
  the third, the result so far has an axis more than the map. Collect all maps in a list, and stack them once.
  Check the loop for torch.stack.
zh: >-
  你每次只把两样东西叠在一起：已有的结果和下一张图。只有两个输出通道时没问题；到第三个，已有的结果就比一张图多一维。应当先把所有的图收进列表，最后一次叠好。请检查循环里的 torch.stack。
look: '^[^#]*\bstack\('
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    Y = corr2d_multi_in(X, K[0])
    for k in K[1:]:
        Y = torch.stack((Y, corr2d_multi_in(X, k)), 0)
    return Y
