"""
en: >-
  Your code writes into the image that it was given. X belongs to the caller, who may still need it. Check for
  -=, /=, for operations that end in an underscore and for assignments to X[…]: X - X.mean() makes a new tensor.
zh: >-
  你的代码改动了传进来的图像。X 属于调用者，对方可能还要用。请检查 -=、/=、以下划线结尾的方法，以及对 X[…] 的赋值：X - X.mean() 会得到新的张量。
look: '[-+*/]=|_[(]'
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    X -= X.mean()
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx**2 + gy**2).sqrt()
