# mistake: no-empty
# meant: starts with the first layer, so that an empty list raises
def receptive_field(layers):
    r, step = layers[0]
    for kernel, stride in layers[1:]:
        r += (kernel - 1) * step
        step *= stride
    return r
