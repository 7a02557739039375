# named rounded-up
def conv_macs(c_in, c_out, k, n, p, s):
    H = math.ceil((n[0] + 2 * p - k[0]) / s + 1)
    W = math.ceil((n[1] + 2 * p - k[1]) / s + 1)
    return H * W * c_in * c_out * k[0] * k[1]
