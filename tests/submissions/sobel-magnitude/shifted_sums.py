# passes 10
def sobel_magnitude(X):
    right, down = X[:, 2:] - X[:, :-2], X[2:] - X[:-2]
    gx = right[:-2] + 2 * right[1:-1] + right[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return torch.hypot(gx, gy)
