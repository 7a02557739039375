# mistake: plus-1-inside
# meant: adds the 1 before dividing
def conv_out_shape(n, k, p, s):
    def size(i):
        return (n[i] + 2 * p[i] - k[i] + 1) // s[i]
    return size(0), size(1)
