# named backwards
def receptive_field(layers):
    field = 1
    for layer in layers:
        field = (field - 1) * layer[1] + layer[0]
    return field
