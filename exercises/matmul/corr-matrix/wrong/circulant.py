r"""
en: >-
  Your windows wrap around the border. There is a row for every pixel, and a window that hangs over the edge
  goes on at the other side. Only (H − h + 1)(W − w + 1) windows lie inside the image. Check how far the kernel
  is moved.
zh: >-
  你的窗口绕过了边界。矩阵为每个像素都留了一行，伸出边缘的窗口从另一侧接着来。完全落在图像内部的窗口只有 (H − h + 1)(W − w + 1) 个。请检查卷积核移动了多远。
look: '^[^#]*\broll\('
"""

import torch
from torch.nn import functional as F


def corr_matrix(K, H, W):
    P = F.pad(K, (0, W - K.shape[1], 0, H - K.shape[0]))
    return torch.stack([torch.roll(P, (i, j), (0, 1)).reshape(-1) for i in range(H) for j in range(W)])
