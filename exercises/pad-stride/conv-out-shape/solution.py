import torch


def conv_out_shape(n, k, p, s):
    """Along each axis: the first window, and one more for each whole step that fits behind it."""
    return tuple((n[axis] + 2 * p[axis] - k[axis]) // s[axis] + 1 for axis in (0, 1))
