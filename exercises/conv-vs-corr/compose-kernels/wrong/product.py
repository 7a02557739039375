r"""
en: >-
  You multiplied the kernels entry by entry. One after the other is not entry by entry: each entry of B meets
  every entry of A, and the products are added where they reach the same pixel. Check with [[1, −1]] twice: the
  answer has three entries.
zh: >-
  你把两个核逐元素相乘了。先后作用并不是逐元素相乘：B 的每个元素都要与 A 的每个元素相乘，再把落到同一像素上的乘积相加。请用两次 [[1, −1]] 检查：答案有三个元素。
look: 'A *\* *B|mul'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    return A * B
