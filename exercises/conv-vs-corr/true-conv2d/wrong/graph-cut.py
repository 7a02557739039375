r"""
en: >-
  The values are right, but no gradient can flow back. Somewhere a tensor became a plain number or was cut off
  from autograd: .item(), .tolist(), .detach(), .data, a new torch.tensor(…) and torch.no_grad() all do that.
  Check what happens between X, K and the result.
zh: >-
  数值是对的，但梯度传不回去。某一步把张量变成了普通的数，或者切断了自动求导：.item()、.tolist()、.detach()、.data、重新创建的 torch.tensor(…) 和 torch.no_grad() 都会这样。请检查从 X、K 到结果之间的每一步。
look: 'tolist|item|detach|\.data|torch\.tensor|no_grad'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    with torch.no_grad():
        return F.conv2d(X[None, None], K.flip(0, 1)[None, None])[0, 0]
