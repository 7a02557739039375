"""
en: A box blur is average pooling that moves by one pixel; without stride=1 it would jump by k and return a smaller image.
zh: 均值模糊就是每次只移动一格的平均池化；不写 stride=1，它会每次跳 k 格，得到更小的图像。
"""

import torch
import torch.nn.functional as F


def box_blur(X, k):
    return F.avg_pool2d(X[None], k, stride=1)[0]
