"""
en: >-
  Your image equals its own transpose. So transposing it changes nothing. That is true of the other diagonal as
  well: the mirror image of X[0, n − 1] is X[n − 1, 0], and both are white. Check X[i, j] against X[j, i].
zh: >-
  你的图像等于它自己的转置。既然如此，转置它就什么也不会变。副对角线也是如此：X[0, n − 1] 的镜像是 X[n − 1, 0]，两者都是白的。请比较 X[i, j] 与 X[j, i]。
"""

import torch


def counterexample(n):
    return torch.eye(n).flip(0)
