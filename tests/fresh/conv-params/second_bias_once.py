# mistake: bias-one
# meant: a single bias for the whole layer

import torch


def conv_params(c_in, c_out, k, bias):
    h, w = k
    return c_in * c_out * h * w + int(bias)
