"""
en: >-
  Each value is the sum of its window, not the average. A kernel of ones integrates; with k = 3, a picture of
  threes comes out as a picture of 27. Check the last step: divide by k · k.
zh: >-
  每个值是窗口的和，而不是平均值。全 1 的核做的是积分；k = 3 时，全是 3 的图像会变成全是 27。请检查最后一步：要除以 k · k。
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    return sum(X[a : a + down, b : b + right] for a in range(k) for b in range(k))
