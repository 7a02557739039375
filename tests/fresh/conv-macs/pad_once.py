# mistake: p-once
# meant: adds the padding once per axis
def conv_macs(c_in, c_out, k, n, p, s):
    h = (n[0] + p - k[0]) // s + 1
    w = (n[1] + p - k[1]) // s + 1
    per_output = c_in * k[0] * k[1]
    return c_out * h * w * per_output
