# mistake: bias-full
# meant: one bias for each pair of input and output channel
def conv_params(c_in, c_out, k, bias):
    per_kernel = k[0] * k[1] + (1 if bias else 0)
    return c_in * c_out * per_kernel
