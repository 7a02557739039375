# mistake: divided-at-the-end
# meant: counts the places with stride 1 and divides the product by the stride squared
def conv_macs(c_in, c_out, k, n, p, s):
    h, w = k
    H, W = n
    places = (H + 2 * p - h + 1) * (W + 2 * p - w + 1)
    return c_in * c_out * h * w * places // (s * s)
