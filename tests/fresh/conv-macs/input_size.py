# mistake: input-size
# meant: uses the size of the image for the size of the output
def conv_macs(c_in, c_out, k, n, p, s):
    return c_in * c_out * k[0] * k[1] * n[0] * n[1]
