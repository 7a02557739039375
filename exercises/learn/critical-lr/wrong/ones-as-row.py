"""
en: >-
  The ones became one more window, not one more parameter. With the bias your Hessian keeps its h · w rows,
  and only its numbers change. It should have one row and one column more. Check along which axis the ones are
  joined: each window gets a 1 behind its pixels.
zh: >-
  那些 1 成了多出来的一个窗口，而不是多出来的一个参数。加上偏置后，你的 Hessian 仍是 h · w 行，只是数值变了。它应当多一行一列。请检查 1 是沿哪个轴接上去的：应在每个窗口的像素后面各加一个 1。
"""

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(1, A.shape[1])])
    return 2 / torch.linalg.eigvalsh(2 * A.t() @ A)[-1].item()
