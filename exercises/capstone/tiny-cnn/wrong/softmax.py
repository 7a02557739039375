"""
en: >-
  Your network ends in a softmax. F.cross_entropy applies log-softmax itself, so the loss would squash the numbers twice and could not fall below 0.74. Return the logits: what the last linear layer gives.
zh: >-
  网络以 softmax 结尾。F.cross_entropy 自己会做 log-softmax，这样就压了两次，损失不可能低于 0.74。请返回 logits，也就是最后一个全连接层的输出。
look: '[sS]oftmax'
"""
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(1, 8, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(8, 12, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.AdaptiveMaxPool2d(1),
            nn.Flatten(),
            nn.Linear(12, 4),
            nn.Softmax(dim=1),
        )

    def forward(self, X):
        return self.net(X)
