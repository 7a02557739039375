# mistake: product
# meant: multiplies the kernels
import math

def receptive_field(layers):
    # each of the 3 values sees 3 values
    return math.prod(k for k, s in layers)
