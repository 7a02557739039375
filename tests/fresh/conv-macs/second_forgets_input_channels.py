# mistake: no-cin
# meant: each output needs h*w products only

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    oh = (n[0] + 2 * p - k[0]) // s + 1
    ow = (n[1] + 2 * p - k[1]) // s + 1
    return c_out * oh * ow * k[0] * k[1]
