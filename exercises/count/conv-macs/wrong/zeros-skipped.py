"""
en: >-
  You left out the products with padded zeros. They are carried out like all others, and here they count. Check
  that every window has c_in · h · w products, also at the edge.
zh: >-
  你没有算与填充的零的乘积。它们和其他乘法一样要执行，本题也要算。请检查：每个窗口都有 c_in · h · w 次乘法，边缘处也是。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    inside = [
        sum(0 <= start + a - p < n[i] for start in range(0, n[i] + 2 * p - k[i] + 1, s) for a in range(k[i])) for i in (0, 1)
    ]
    return c_out * c_in * inside[0] * inside[1]
