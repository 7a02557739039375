# mistake: no-overlap-from-one
# meant: backwards, but multiplies by the stride and adds the whole kernel
def receptive_field(layers):
    r = 1
    for k, s in reversed(layers):
        r = r * s + k
    return r
