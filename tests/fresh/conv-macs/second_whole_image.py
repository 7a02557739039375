# mistake: input-size | no-stride | no-padding
# meant: multiplies with all the pixels, not with the output places

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    params = c_in * c_out * k[0] * k[1]
    return params * n[0] * n[1]
