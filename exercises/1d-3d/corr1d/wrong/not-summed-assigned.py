"""
en: >-
  A whole window of products does not fit into one place of y. The products have to be added up first. Check the
  line that fills y[i]: is there a sum?
zh: >-
  一整个窗口的乘积放不进 y 的一个位置。要先把乘积加起来。请检查给 y[i] 赋值的那一行：求和了吗？
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    y = x.new_zeros(n - m + 1)
    for i in range(n - m + 1):
        y[i] = x[i : i + m] * k
    return y
