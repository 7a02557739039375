"""
en: >-
  Your image equals its own transpose. So transposing it changes nothing. An image without any edge gives zeros
  whichever way it is turned. Check that some X[i, j] differs from X[j, i].
zh: >-
  你的图像等于它自己的转置。既然如此，转置它就什么也不会变。没有边缘的图像，怎么转都只给出零。请确认至少有一个 X[i, j] 与 X[j, i] 不同。
"""

import torch


def counterexample(n):
    return torch.ones(n, n)
