# passes 10
def gaussian_kernel(size, sigma):
    m = size // 2
    rows = [[math.exp(-((i - m) ** 2 + (j - m) ** 2) / (2 * sigma * sigma)) for j in range(size)] for i in range(size)]
    total = sum(map(sum, rows))
    return torch.tensor([[v / total for v in row] for row in rows], dtype=torch.float64)
