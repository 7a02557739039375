# named bias-per-weight
def conv_params(c_in, c_out, k, bias):
    return c_in * c_out * math.prod(k) * (2 if bias else 1)
