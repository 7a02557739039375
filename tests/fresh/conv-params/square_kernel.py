# mistake: square
# meant: takes the kernel to be square
import torch

def conv_params(c_in, c_out, k, bias):
    weights = c_out * c_in * k[0] ** 2
    return weights + c_out * bias
