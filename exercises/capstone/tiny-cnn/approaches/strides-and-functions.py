"""
en: No pooling at all, since strides of 2 make the maps smaller; the dense layer then reads each place of the last 3×3 maps, which fixes the size of the images.
zh: 完全不用池化，靠步幅 2 缩小特征图；全连接层读取最后 3×3 特征图的每个位置，因此图像尺寸也就固定了。
"""

import torch.nn.functional as F
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(1, 8, kernel_size=3, stride=2, padding=1)
        self.second = nn.Conv2d(8, 16, kernel_size=3, stride=2, padding=1)
        self.out = nn.Linear(16 * 3 * 3, 4)

    def forward(self, X):
        X = F.relu(self.first(X))
        X = F.relu(self.second(X))
        return self.out(X.flatten(1))
