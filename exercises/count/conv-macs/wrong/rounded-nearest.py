"""
en: >-
  You rounded to the nearest whole number. A window that only half fits does not count, so the division always
  rounds down. Check for round(…): here it should be //.
zh: >-
  你做了四舍五入。放不下的窗口，哪怕只差一点也不算，所以除法总是向下取整。请检查 round(…)：这里应当用 //。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = (round((n[i] + 2 * p - k[i]) / s) + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
