# mistake: one-kernel
# meant: forgets both numbers of channels
def conv_macs(c_in, c_out, k, n, p, s):
    h_out = (n[0] - k[0] + 2 * p) // s + 1
    w_out = (n[1] - k[1] + 2 * p) // s + 1
    return h_out * w_out * k[0] * k[1]
