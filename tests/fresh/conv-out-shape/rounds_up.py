# mistake: ceil
# meant: rounds the division up
import math


def conv_out_shape(n, k, p, s):
    result = []
    for axis in range(2):
        free = n[axis] + 2 * p[axis] - k[axis]
        result.append(math.ceil(free / s[axis]) + 1)
    return result
