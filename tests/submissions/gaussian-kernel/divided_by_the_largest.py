# named raw
def gaussian_kernel(size, sigma):
    m = size // 2
    K = torch.zeros(size, size)
    for i in range(size):
        for j in range(size):
            K[i, j] = math.exp(-((i - m) ** 2 + (j - m) ** 2) / (2 * sigma ** 2)) / (2 * math.pi * sigma ** 2)
    return K / K.max()
