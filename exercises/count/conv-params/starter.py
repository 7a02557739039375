import torch


def conv_params(c_in, c_out, k, bias):
    # c_in, c_out: whole numbers, k: [h, w], bias: True or False
    # returns a whole number
    # TODO: count the numbers of the kernels, then the biases
    return 0
