# mistake: stride-alike
# meant: copied the line for the height and left s[0] in the width
def conv_out_shape(n, k, p, s):
    out_h = (n[0] + 2 * p[0] - k[0]) // s[0] + 1
    out_w = (n[1] + 2 * p[1] - k[1]) // s[0] + 1
    return (out_h, out_w)
