r"""
en: >-
  The values are right, but no gradient reaches X. Somewhere a tensor became a plain number or was cut off from
  autograd: .item(), .tolist(), .detach(), .data, a new torch.tensor(…) and torch.no_grad() all do that. Check
  what happens between X and the result.
zh: >-
  数值是对的，但梯度传不到 X。某一步把张量变成了普通的数，或者切断了自动求导：.item()、.tolist()、.detach()、.data、重新创建的 torch.tensor(…) 和 torch.no_grad() 都会这样。请检查从 X 到结果之间的每一步。
look: '^[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b|no_grad|torch\.tensor)'
"""

import torch


def vertical_edges(X):
    rows = X.tolist()
    return torch.tensor([[a - b for a, b in zip(row, row[1:])] for row in rows])
