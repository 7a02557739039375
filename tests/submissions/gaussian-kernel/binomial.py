# not named
def gaussian_kernel(size, sigma):
    row = torch.tensor([float(math.comb(size - 1, i)) for i in range(size)])
    return torch.outer(row, row) / row.sum() ** 2
