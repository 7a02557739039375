"""
en: >-
  Your result still has the two extra axes that F.conv2d asks for. Batch and channel, both of size 1, go in
  front before the call and must come off after it. Check the shape: [0, 0] or squeeze leaves (H − h + 1, W − w
  + 1).
zh: >-
  你的结果还带着 F.conv2d 所需的两个多余的轴。批量轴和通道轴的大小都是 1，调用前加在前面，之后要去掉。请检查形状：用 [0, 0] 或 squeeze 就剩下 (H − h + 1, W − w + 1)。
look: 'conv'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], K.flip(0, 1)[None, None])
