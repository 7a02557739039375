# mistake: no-kernel-size
# meant: forgets the size of the kernel: one product for each output and input channel
def conv_macs(c_in, c_out, k, n, p, s):
    H = (n[0] + 2 * p - k[0]) // s + 1
    W = (n[1] + 2 * p - k[1]) // s + 1
    return c_in * c_out * H * W
