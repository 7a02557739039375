import torch


def conv_params(c_in, c_out, k, bias):
    """A stack of c_in kernels and perhaps one bias, for each output channel."""
    height, width = k
    return c_out * (c_in * height * width + bool(bias))
