# not named
def conv_macs(c_in, c_out, k, n, p, s):
    H, W = ((a + 2 * p - b) // s + 1 for a, b in zip(n, k))
    return c_in * c_out * (k[0] + k[1]) * H * W
