"""
en: >-
  Your kernel gives 0 on x² and on y². Most often the row and the column were multiplied, as torch.outer does,
  where they have to be added: the Laplacian is a sum of two derivatives. Check how [1, −2, 1] as a row and as
  a column come together.
zh: >-
  你的卷积核对 x² 和 y² 都给出 0。最常见的原因是把横的与竖的相乘了（torch.outer 就是这样），而它们应当相加：拉普拉斯算子是两个导数之和。请检查横的与竖的 [1, −2, 1] 是怎样合在一起的。
"""

import torch


def laplacian_kernel():
    second = torch.tensor([1.0, -2.0, 1.0])
    return torch.outer(second, second)
