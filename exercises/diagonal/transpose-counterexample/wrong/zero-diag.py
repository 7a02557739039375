"""
en: >-
  Your image equals its own transpose. So X.T and X are the same image, and nothing can change. The identity
  matrix is symmetric in this way, and so are the other diagonal and an image of one colour. Check X[i, j] against
  X[j, i].
zh: >-
  你的图像等于它自己的转置。X.T 与 X 是同一幅图像，结果自然不会变。单位矩阵是这样对称的，副对角线和只有一种颜色的图像也是。请比较 X[i, j] 与 X[j, i]。
"""

import torch


def counterexample(n):
    return 1 - torch.eye(n)
