"""
en: A 1×1 convolution to four channels takes the place of the dense layer, and each map keeps its largest value; such a network takes images of any size.
zh: 用输出四个通道的 1×1 卷积代替全连接层，每张特征图只留最大值；这样的网络能接受任意尺寸的图像。
"""

from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.maps = nn.Sequential(
            nn.Conv2d(1, 8, kernel_size=5, padding=2),
            nn.ReLU(),
            nn.Conv2d(8, 12, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.Conv2d(12, 4, kernel_size=1),
        )

    def forward(self, X):
        return self.maps(X).amax(dim=(2, 3))
