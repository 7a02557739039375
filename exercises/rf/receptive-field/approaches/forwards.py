"""
en: "Forwards, with two numbers: the field, and the distance between neighbouring values."
zh: 顺着走，记住两个数：感受野，以及相邻两个值的间距。
"""

import torch


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * jump
        jump *= stride
    return field
