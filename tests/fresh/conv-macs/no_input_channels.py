# mistake: no-cin
# meant: forgets that every output looks at all the input channels
import torch


def conv_macs(c_in, c_out, k, n, p, s):
    H = (n[0] + 2*p - k[0]) // s + 1
    W = (n[1] + 2*p - k[1]) // s + 1
    # one multiplication for each kernel entry at each place
    return H * W * k[0] * k[1] * c_out
