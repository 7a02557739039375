# mistake: ceil
# meant: counts the last step that does not fit

import math


def conv_out_shape(n, k, p, s):
    h = math.ceil((n[0] + 2 * p[0] - k[0]) / s[0]) + 1
    w = math.ceil((n[1] + 2 * p[1] - k[1]) / s[1]) + 1
    return h, w
