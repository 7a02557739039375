# mistake: p-total
# meant: the formula (n - k + p + s) // s, in which p is the padding of both sides together
def conv_out_shape(n, k, p, s):
    # formula from the book
    return tuple((n_i - k_i + p_i + s_i) // s_i for n_i, k_i, p_i, s_i in zip(n, k, p, s))
