# mistake: backwards
# meant: the recursion of the last layer first, run from the first layer
def receptive_field(layers):
    r = 1
    for layer in layers:
        r = (r - 1) * layer[1] + layer[0]
    return r
