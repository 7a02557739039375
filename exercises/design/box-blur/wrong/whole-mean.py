r"""
en: >-
  You return one number: the average of the whole image. Each window has an average of its own, so the output is
  a picture again. Check what the average is taken over.
zh: >-
  你只返回了一个数：整幅图像的平均值。每个窗口各有一个平均值，所以输出仍是一幅图像。请检查是对什么求的平均。
look: '^[^#]*mean\('
"""

import torch


def box_blur(X, k):
    return X.mean()
