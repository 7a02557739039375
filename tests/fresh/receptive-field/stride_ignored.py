# mistake: no-stride
# meant: adds kernel - 1 for each layer and ignores the strides
def receptive_field(layers):
    return 1 + sum(kernel - 1 for kernel, _ in layers)
