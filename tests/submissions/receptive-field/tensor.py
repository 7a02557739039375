# named float
def receptive_field(layers):
    r = torch.tensor(1)
    for k, s in reversed(layers):
        r = (r - 1) * s + k
    return r
