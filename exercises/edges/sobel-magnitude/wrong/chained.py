"""
en: >-
  Your second kernel slides over the result of the first, not over the image. So a 3×3 image leaves no place
  for it, and larger ones come out two rows and two columns too small. Check what each of the two calls gets:
  both get X.
zh: >-
  第二个核是在第一个核的结果上滑动的，而不是在图像上。于是 3×3 的图像已没有地方可放，更大的图像也会少两行两列。请检查两次调用各传入了什么：都应是 X。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    gy = F.conv2d(gx[None, None], across.T[None, None])[0, 0]
    return gy.abs()
