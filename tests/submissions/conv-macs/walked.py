# passes 10
def conv_macs(c_in, c_out, k, n, p, s):
    count = 0
    top = -p
    while top + k[0] <= n[0] + p:
        left = -p
        while left + k[1] <= n[1] + p:
            count += k[0] * k[1]
            left += s
        top += s
    return count * c_in * c_out
