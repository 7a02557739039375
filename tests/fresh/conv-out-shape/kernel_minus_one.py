# mistake: kernel-minus-1
# meant: takes off k - 1 instead of k, half of a formula with k - 1 and - 1
import math

def conv_out_shape(n, k, p, s):
    h = math.floor((n[0] + 2 * p[0] - (k[0] - 1)) / s[0]) + 1
    w = math.floor((n[1] + 2 * p[1] - (k[1] - 1)) / s[1]) + 1
    return [h, w]
