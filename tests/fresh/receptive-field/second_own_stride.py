# mistake: own-stride
# meant: the layer's own stride is multiplied in first

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in layers:
        jump *= s
        r += (k - 1) * jump
    return r
