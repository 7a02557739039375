r"""
en: >-
  Your image equals its own transpose. So transposing it changes nothing. The identity matrix looks like a good
  diagonal edge, but it is the same on both sides of the diagonal. Check X[0, 1] against X[1, 0].
zh: >-
  你的图像等于它自己的转置。既然如此，转置它就什么也不会变。单位矩阵看上去是很好的对角线边缘，但对角线两侧一模一样。请比较 X[0, 1] 与 X[1, 0]。
look: '^[^#]*\beye\('
"""

import torch


def counterexample(n):
    return torch.eye(n)
