# passes 10
def conv_out_shape(n, k, p, s):
    h = math.floor((n[0] - k[0] + 2 * p[0] + s[0]) / s[0])
    w = math.floor((n[1] - k[1] + 2 * p[1] + s[1]) / s[1])
    return h, w
