# mistake: no-stride
# meant: forgets the stride
import torch

def conv_macs(c_in, c_out, k, n, p, s):
    rows = n[0] + 2 * p - k[0] + 1
    cols = n[1] + 2 * p - k[1] + 1
    return rows * cols * k[0] * k[1] * c_in * c_out
