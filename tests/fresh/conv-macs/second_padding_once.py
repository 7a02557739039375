# mistake: p-once
# meant: adds the padding once instead of on each side

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    h, w = k
    H, W = n
    rows = (H + p - h) // s + 1
    cols = (W + p - w) // s + 1
    places = rows * cols
    per_output = c_in * h * w
    return c_out * places * per_output
