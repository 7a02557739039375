import torch


def conv_macs(c_in, c_out, k, n, p, s):
    """As many places as the kernel can take along each axis; at each of them, each channel pair needs h·w products."""
    macs = c_in * c_out
    for size, kernel in zip(n, k):
        places = (size + 2 * p - kernel) // s + 1
        macs *= places * kernel
    return macs
