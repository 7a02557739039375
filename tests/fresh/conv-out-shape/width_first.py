# mistake: hw-swapped
# meant: returns the width first
def conv_out_shape(n, k, p, s):
    height, width = n
    kh, kw = k
    ph, pw = p
    sh, sw = s
    w_out = (width + pw + pw - kw) // sw + 1
    h_out = (height + ph + ph - kh) // sh + 1
    return w_out, h_out
