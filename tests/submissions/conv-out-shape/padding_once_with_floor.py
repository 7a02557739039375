# named p-total
def conv_out_shape(n, k, p, s):
    return [(n[i] - k[i] + p[i] + s[i]) // s[i] for i in (0, 1)]
