# mistake: largest
# meant: takes the largest kernel
def receptive_field(layers):
    best = 1
    for kernel, stride in layers:
        if kernel > best:
            best = kernel
    return best
