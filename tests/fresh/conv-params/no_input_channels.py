# mistake: no-cin
# meant: forgets the input channels
def conv_params(c_in, c_out, k, bias):
    h, w = k
    n = c_out * h * w
    if bias:
        n += c_out
    return n
