r"""
en: >-
  The values are right, but no gradient can flow back. Somewhere the image became plain numbers or was cut off
  from autograd: .item(), .tolist(), .detach(), .data, a new torch.tensor(…) and torch.no_grad() all do that.
  Check what happens between X and the result.
zh: >-
  数值是对的，但梯度传不回去。某一步把图像变成了普通的数，或者切断了自动求导：.item()、.tolist()、.detach()、.data、重新创建的 torch.tensor(…) 和 torch.no_grad() 都会这样。请检查从 X 到结果之间的每一步。
look: '^[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b|no_grad)'
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    Y = torch.zeros(down, right)
    for i in range(down):
        for j in range(right):
            Y[i, j] = X[i : i + k, j : j + k].mean().item()
    return Y
