"""
en: Three times the mean of the window minus its middle pixel; a Laplacian says how far a pixel is from the average around it.
zh: 窗口平均值减去中心像素，再乘以三；拉普拉斯算子说的正是一个像素与周围平均相差多少。
"""

import torch


def laplacian_kernel():
    mean, middle = torch.full((3, 3), 1 / 9), torch.zeros(3, 3)
    middle[1, 1] = 1
    return 3 * (mean - middle)
