# mistake: plus-1-inside
# meant: the + 1 is divided as well

import torch


def conv_out_shape(n, k, p, s):
    return [(N + 2 * P - K + 1) // S for N, K, P, S in zip(n, k, p, s)]
