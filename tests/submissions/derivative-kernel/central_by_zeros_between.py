# named central
def derivative_kernel(d):
    k = torch.zeros(2 * d + 1)
    for i in range(d + 1):
        k[2 * i] = (-1) ** (d - i) * math.comb(d, i) / 2 ** d
    return k
