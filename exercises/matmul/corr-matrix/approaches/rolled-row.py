"""
en: Lay the kernel into the first row once, and roll it i·W + j places for the output (i, j); it shows that all rows hold the same numbers.
zh: 只在第一行摆好核，输出 (i, j) 对应的行就是把它滚动 i·W + j 格；可以看出每一行都是同样的数。
"""

import torch
import torch.nn.functional as F


def corr_matrix(K, H, W):
    down, right = H - K.shape[0], W - K.shape[1]
    first = F.pad(K, (0, right, 0, down)).reshape(-1)
    places = [(i, j) for i in range(down + 1) for j in range(right + 1)]
    return torch.stack([first.roll(i * W + j) for i, j in places])
