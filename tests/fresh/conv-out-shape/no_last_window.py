# mistake: no-plus-1
# meant: forgets the + 1 for the first window
def conv_out_shape(n, k, p, s):
    h = (n[0] + 2 * p[0] - k[0]) // s[0]
    w = (n[1] + 2 * p[1] - k[1]) // s[1]
    return h, w
