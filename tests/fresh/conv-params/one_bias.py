# mistake: bias-one
# meant: a single bias for the whole layer
def conv_params(c_in, c_out, k, bias):
    return c_in * c_out * k[0] * k[1] + bias
