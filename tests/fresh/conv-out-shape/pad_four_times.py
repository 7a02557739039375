# mistake: none
# meant: counts the padding of all four sides on each axis
def conv_out_shape(n, k, p, s):
    H = n[0] + 2 * p[0] + 2 * p[1]
    W = n[1] + 2 * p[0] + 2 * p[1]
    return (H - k[0]) // s[0] + 1, (W - k[1]) // s[1] + 1
