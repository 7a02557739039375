# mistake: none
# meant: returns one number, the height
def conv_out_shape(n, k, p, s):
    for i in range(len(n)):
        out = (n[i] + 2 * p[i] - k[i]) // s[i] + 1
        return out
