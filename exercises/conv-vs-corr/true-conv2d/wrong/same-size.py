"""
en: >-
  Your result is as large as the image. Padding with zeros makes it so. Only the places where the whole kernel
  lies on the image are asked for: shape (H − h + 1, W − w + 1). Check for padding='same'.
zh: >-
  你的结果与图像一样大。这是用零填充造成的。本题只要整个核都落在图像内的那些位置：形状为 (H − h + 1, W − w + 1)。请检查是否写了 padding='same'。
look: 'same|pad'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], K.flip(0, 1)[None, None], padding="same")[0, 0]
