import torch


def conv_out_shape(n, k, p, s):
    # n, k, p, s: pairs of ints, height first
    # returns two ints: (out_h, out_w)
    ...
