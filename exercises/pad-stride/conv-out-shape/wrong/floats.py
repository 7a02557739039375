"""
en: >-
  The values are right, but they are floats: 4.0 where a shape has 4. A tensor cannot be made with such a size.
  Check the division: // of whole numbers stays whole, / never does.
zh: >-
  数值是对的，但类型是浮点数：形状应当是 4，而不是 4.0。用这样的尺寸无法创建张量。请检查除法：整数的 // 结果仍是整数，/ 则永远是浮点数。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_ - k_) / s_ // 1 + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
