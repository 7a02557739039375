# not named 0 failed
def laplacian_kernel():
    return torch.zeros(3, 3)
