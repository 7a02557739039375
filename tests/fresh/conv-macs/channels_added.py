# mistake: channels-added
# meant: adds the channels instead of multiplying them
def conv_macs(c_in, c_out, k, n, p, s):
    out = [(a + 2 * p - b) // s + 1 for a, b in zip(n, k)]
    return (c_in + c_out) * out[0] * out[1] * k[0] * k[1]
