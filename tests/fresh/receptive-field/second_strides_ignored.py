# mistake: no-stride
# meant: ignores the strides

import torch


def receptive_field(layers):
    return 1 + sum(k - 1 for k, _ in layers)
