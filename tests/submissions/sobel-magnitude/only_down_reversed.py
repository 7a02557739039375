# named gy-only
def sobel_magnitude(X):
    Kx = torch.tensor([[-1., 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = F.conv2d(X[None, None], Kx.T[None, None])[0, 0]
    return -gx
