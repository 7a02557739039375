# mistake: previous-stride
# meant: uses the stride of the layer before, not the product of all strides so far
import torch


def receptive_field(layers):
    field, last = 1, 1
    for k, s in layers:
        field = field + (k - 1) * last
        last = s
    return field
