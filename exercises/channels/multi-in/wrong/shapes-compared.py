r"""
en: >-
  Your code refuses every kernel that is smaller than the image. Only the numbers of channels have to agree,
  not the heights and widths. Check the condition: X.shape[0] != K.shape[0].
zh: >-
  只要核比图像小，你的代码就报错。必须一致的只有通道数，高和宽则不必。请检查条件：X.shape[0] != K.shape[0]。
look: '^[^#]*\.(shape|size\(\))\s*[!=]='
"""

import torch


def corr2d_multi_in(X, K):
    assert X.shape == K.shape
    return (X * K).sum().reshape(1, 1)
