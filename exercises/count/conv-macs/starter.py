import torch


def conv_macs(c_in, c_out, k, n, p, s):
    # c_in, c_out: whole numbers, k: [h, w], n: [H, W], p: padding on each side, s: stride
    # returns a whole number
    # TODO: count the output values, then the products that one of them needs
    return 0
