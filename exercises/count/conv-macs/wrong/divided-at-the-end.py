"""
en: >-
  You divided by the strides at the very end. The places for stride 1, divided by s², are not the places for
  stride s wherever a part of a step is left over. Check the formula for the output size: each axis is divided
  and rounded down before the + 1.
zh: >-
  你把除以步幅放到了最后。只要步幅除不尽，步幅为 1 时的位置数再除以 s²，就不等于步幅为 s 时的位置数。请检查输出尺寸的公式：每条轴都要先除以步幅、向下取整，然后再加 1。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = (n[i] + 2 * p - k[i] + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns // s**2
