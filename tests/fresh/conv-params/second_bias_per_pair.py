# mistake: bias-full
# meant: one bias for each kernel slice

import torch


def conv_params(c_in, c_out, k, bias):
    per_kernel = k[0] * k[1]
    if bias:
        per_kernel += 1
    return c_in * c_out * per_kernel
