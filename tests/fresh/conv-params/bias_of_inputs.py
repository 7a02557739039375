# mistake: bias-in
# meant: one bias for each input channel
def conv_params(c_in, c_out, k, bias):
    kernels = c_in * c_out
    numbers = kernels * k[0] * k[1]
    biases = c_in if bias else 0
    return numbers + biases
