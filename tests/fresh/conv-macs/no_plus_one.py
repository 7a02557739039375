# mistake: off-by-one
# meant: forgets the first window
def conv_macs(c_in, c_out, k, n, p, s):
    out = [(n_i + 2 * p - k_i) // s for n_i, k_i in zip(n, k)]
    return c_out * c_in * out[0] * out[1] * k[0] * k[1]
