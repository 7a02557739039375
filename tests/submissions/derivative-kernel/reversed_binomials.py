# named sign
def derivative_kernel(d):
    return torch.tensor([float((-1) ** i * math.comb(d, i)) for i in range(d + 1)])
