# mistake: flops
# meant: counts the additions too
def conv_macs(c_in, c_out, k, n, p, s):
    oh = (n[0] + 2 * p - k[0]) // s + 1
    ow = (n[1] + 2 * p - k[1]) // s + 1
    macs = oh * ow * c_out * c_in * k[0] * k[1]
    return 2 * macs
