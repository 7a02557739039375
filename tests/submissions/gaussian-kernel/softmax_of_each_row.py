# named each-rows
def gaussian_kernel(size, sigma):
    a = torch.arange(size) - size // 2
    return (-(a[:, None] ** 2 + a ** 2) / (2 * sigma ** 2)).softmax(1)
