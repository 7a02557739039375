# mistake: no-cin
# meant: forgets that a kernel has a slice for each input channel

import torch


def conv_params(c_in, c_out, k, bias):
    n = c_out * k[0] * k[1]
    if bias:
        n = n + c_out
    return n
