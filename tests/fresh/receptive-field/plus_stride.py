# mistake: none
# meant: adds the stride instead of multiplying: each layer adds kernel - 1 + (stride - 1)
def receptive_field(layers):
    r = 1
    for kernel, stride in layers:
        r = r + (kernel - 1) + (stride - 1)
    return r
