"""
en: Batch normalisation after each convolution makes the training steadier; it subtracts the mean of every channel, so the convolutions need no bias.
zh: 每个卷积后面加批量归一化，训练更稳；它会减去每个通道的均值，所以卷积不需要偏置。
"""

from torch import nn


class TinyCNN(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(1, 8, kernel_size=3, padding=1, bias=False),
            nn.BatchNorm2d(8),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(8, 16, kernel_size=3, padding=1, bias=False),
            nn.BatchNorm2d(16),
            nn.ReLU(),
            nn.AdaptiveMaxPool2d(1),
            nn.Flatten(),
            nn.Linear(16, 4),
        )
