"""
en: >-
  You counted the additions. To add up c_in · h · w products takes one addition less; here the products are
  asked for. Check for a − 1.
zh: >-
  你数的是加法。把 c_in · h · w 个乘积加起来，所需的加法比乘积少一次；本题问的是乘法。请检查是否有 − 1。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_out * (c_in * k[0] * k[1] - 1) * rows * columns
