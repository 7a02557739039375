# mistake: no-overlap | only-own-stride
# meant: adds up the kernels without overlap

import torch


def receptive_field(layers):
    total = 0
    for kernel, stride in layers:
        total += kernel * stride
    return max(total, 1)
