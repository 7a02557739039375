"""
en: >-
  Your kernel is too weak: on x² it gives 0.75 instead of 2. All eight neighbours divided by 8 do that, which
  compares a pixel with their mean. For a derivative the factor is another one. Check it: what must you divide
  −8 and eight ones by, so that x² gives 2?
zh: >-
  你的卷积核太弱：它对 x² 给出 0.75，而不是 2。八个邻居都除以 8 就会这样，那是拿像素与邻居的平均值相比。要成为导数，系数不是这个。请检查：中心 −8、周围八个 1，要除以几，才能对 x² 给出 2？
"""

import torch


def laplacian_kernel():
    kernel = torch.ones(3, 3)
    kernel[1, 1] = -8
    return kernel / 8
