r"""
en: >-
  The values are right, but the result was built from plain numbers. So no gradient can flow back, and float64
  becomes float32. Most often .item(), .tolist() or a new torch.tensor(…) is behind it. Check how the values
  of Y are collected: torch.stack joins tensors and keeps both.
zh: >-
  数值是对的，但结果是用普通的数拼成的。所以梯度传不回去，float64 也变成了 float32。多半是用了 .item()、.tolist() 或重新创建的 torch.tensor(…)。请检查 Y 的各个值是怎样收集的：torch.stack 直接拼接张量，梯度和类型都能保住。
look: '^[^#]*(\.item\(|\.tolist\(|\btorch\.tensor\(|\bfloat\()'
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    rows, columns = (range(0, X.shape[a] - K.shape[a] + 1, s[a]) for a in (0, 1))
    return torch.tensor([[(X[i : i + h, j : j + w] * K).sum().item() for j in columns] for i in rows])
