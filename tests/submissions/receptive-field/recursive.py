# passes 10
def receptive_field(layers):
    if not layers:
        return 1
    (kernel, stride), *rest = layers
    return kernel + stride * (receptive_field(rest) - 1)
