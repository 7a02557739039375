# mistake: no-floor
# meant: divides with / and does not round

import torch


def conv_out_shape(n, k, p, s):
    out = []
    for i in range(2):
        out.append((n[i] + 2 * p[i] - k[i]) / s[i] + 1)
    return tuple(out)
