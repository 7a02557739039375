# named p-once
def conv_macs(c_in, c_out, k, n, p, s):
    h, w = k
    H, W = n
    out = ((H - h + p + s) // s, (W - w + p + s) // s)
    return math.prod(out) * math.prod(k) * c_in * c_out
