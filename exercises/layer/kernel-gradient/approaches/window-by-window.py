"""
en: The same sum from the side of the outputs, where each one hands back its own window, weighted by dY; the loop grows with the image.
zh: 从输出一侧看同一个和：每个输出按 dY 的权重交回自己的窗口；循环次数随图像变大。
"""

import torch


def kernel_grad(X, dY):
    h, w = X.shape[0] - dY.shape[0] + 1, X.shape[1] - dY.shape[1] + 1
    places = [(i, j) for i in range(dY.shape[0]) for j in range(dY.shape[1])]
    return sum(dY[i, j] * X[i : i + h, j : j + w] for i, j in places)
