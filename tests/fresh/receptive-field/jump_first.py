# mistake: own-stride
# meant: multiplies the distance by the layer's stride before adding
def receptive_field(layers):
    r = 1
    jump = 1
    for kernel, stride in layers:
        jump *= stride
        r += (kernel - 1) * jump
    return r
