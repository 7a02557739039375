# not named
def kernel_grad(X, dY):
    return (X.unfold(0, dY.shape[0], 1).unfold(1, dY.shape[1], 1) * dY.flip(0)).sum((2, 3))
