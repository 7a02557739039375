# mistake: times-bias
# meant: multiplies by the bias instead of adding it
def conv_params(c_in, c_out, k, bias):
    return c_in * c_out * k[0] * k[1] * bias
