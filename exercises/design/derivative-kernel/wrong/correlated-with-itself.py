"""
en: >-
  For d = 2, 4 and so on the sign is wrong, and for d = 0 the kernel is not [1.]. Most often [−1, 1] was slid
  over itself by F.conv1d: correlation reverses what it slides over in the result, so every further step changes
  the sign. Check that step: difference the kernel with [1, −1] instead, and begin with [1.].
zh: >-
  d = 2、4 等情形符号反了，d = 0 时又不是 [1.]。最常见的原因是用 F.conv1d 让 [−1, 1] 在自身上滑动：互相关会使结果前后颠倒，所以每多做一步就变一次号。请检查这一步：改用 [1, −1] 做差分，并从 [1.] 开始。
look: '^[^#]*conv1d'
"""

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.tensor([-1.0, 1.0])
    for _ in range(d - 1):
        k = F.conv1d(k[None, None], torch.tensor([[[-1.0, 1.0]]]), padding=1)[0, 0]
    return k
