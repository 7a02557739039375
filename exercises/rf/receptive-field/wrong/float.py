"""
en: >-
  The number is right, but it is not an int. A division with / or math in float gives 5.0 instead of 5; a tensor
  is no int either. Check for / (use //), and for results of torch that need int(…).
zh: >-
  数值是对的，但类型不是 int。用 / 相除或用浮点数计算，得到的是 5.0 而不是 5；张量也不是 int。请检查是否用了 /（应当用 //），torch 的结果是否要用 int(…) 转换。
"""

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in layers:
        r += (k - 1) * jump
        jump *= s
    return r / 1
