# passes 10
def gaussian_kernel(size, sigma):
    y, x = torch.meshgrid(torch.linspace(-1, 1, size) if size > 1 else torch.zeros(1), torch.linspace(-1, 1, size) if size > 1 else torch.zeros(1), indexing="ij")
    r = (size - 1) / 2
    return (-(x ** 2 + y ** 2) * r * r / (2 * sigma ** 2)).flatten().softmax(0).reshape(size, size)
