"""
en: >-
  You counted twice as many. Most often the additions are counted too, as FLOPs do; here only multiplications
  are asked for. Check for a factor of 2.
zh: >-
  你数出来的正好是两倍。常见的原因是把加法也算上了，FLOPs 就是这样算的；本题只问乘法。请检查是否多了因子 2。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return 2 * c_out * c_in * k[0] * k[1] * rows * columns
