# mistake: sum-k-flat
# meant: adds up the kernels as if the windows did not overlap
def receptive_field(layers):
    total = 0
    for k, s in layers:
        total += k
    return total
