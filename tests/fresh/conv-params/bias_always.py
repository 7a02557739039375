# mistake: bias-always
# meant: adds the bias whether or not the layer has one
def conv_params(c_in, c_out, k, bias):
    h = k[0]
    w = k[1]
    return c_out * (c_in * h * w + 1)
