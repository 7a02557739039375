"""
en: From the image onward, each layer adds (kernel − 1) jumps, and a jump grows by every stride before; so you know the field after each layer on the way.
zh: 从图像往后走，每层增加（核长 − 1）个间距，而间距是前面各层步幅的乘积；这样一路上每一层之后的感受野都有了。
"""

import torch


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * jump
        jump *= stride
    return field
