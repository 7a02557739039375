# mistake: bias-as-channel
# meant: treats the bias as one more input channel
def conv_params(c_in, c_out, k, bias):
    channels = c_in + 1 if bias else c_in
    return channels * c_out * k[0] * k[1]
