# named no-cin
def conv_params(c_in, c_out, k, bias):
    h, w = k
    per_channel = h * w
    if bias:
        per_channel += 1
    return c_out * per_channel
