# mistake: no-floor
# meant: divides with / and returns floats
import torch

def conv_out_shape(n, k, p, s):
    out_h = (n[0] - k[0] + 2*p[0]) / s[0] + 1
    out_w = (n[1] - k[1] + 2*p[1]) / s[1] + 1
    return (out_h, out_w)
