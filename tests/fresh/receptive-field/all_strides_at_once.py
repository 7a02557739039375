# mistake: strides-of-all
# meant: adds up kernel - 1 and multiplies the sum by all strides
import math

def receptive_field(layers):
    grow = sum(k - 1 for k, s in layers)
    jump = math.prod(s for k, s in layers)
    return grow * jump + 1
