"""
en: One window after the other, each laid out as a row; closest to the words of the task, and the loop grows with the image.
zh: 逐个取出窗口，各排成一行；最贴近题目的说法，但循环次数随图像变大。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w].reshape(-1) for i in range(down) for j in range(right)]
    return torch.stack(rows)
