# not named
def conv_out_shape(n, k, p, s):
    n, k, p, s = map(torch.tensor, (n, k, p, s))
    return (n + 2 * p - k) // s + 1
