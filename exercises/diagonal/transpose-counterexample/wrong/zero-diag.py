"""
en: >-
  Your image equals its own transpose. So transposing it changes nothing. Black on the diagonal and white
  elsewhere is as symmetric as the reverse. Check X[0, 1] against X[1, 0].
zh: >-
  你的图像等于它自己的转置。既然如此，转置它就什么也不会变。对角线为黑、其余为白，与反过来一样对称。请比较 X[0, 1] 与 X[1, 0]。
"""

import torch


def counterexample(n):
    return 1 - torch.eye(n)
