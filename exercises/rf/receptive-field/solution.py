import torch


def receptive_field(layers):
    """Go back from one output: r neighbouring outputs of a layer span (r - 1) strides and one kernel."""
    field = 1
    for kernel, stride in reversed(layers):
        field = (field - 1) * stride + kernel
    return field
