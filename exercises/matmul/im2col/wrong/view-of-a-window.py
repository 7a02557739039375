r"""
en: >-
  A window cannot be flattened with view. Its rows lie apart in memory, since the rest of the image stands
  between them, and view never copies. Check for .view(−1): .reshape(−1) copies where it must.
zh: >-
  窗口不能用 view 摊平。它的各行在内存中并不相邻，中间隔着图像的其余部分，而 view 从不复制。请检查 .view(−1)：.reshape(−1) 会在必要时复制。
look: '^[^#]*\.view\('
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w].view(-1) for i in range(down) for j in range(right)]
    return torch.stack(rows)
