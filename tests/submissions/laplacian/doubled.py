# not named
def laplacian_kernel():
    return torch.tensor([[0.0, 3, 0], [3, -12, 3], [0, 3, 0]]) / 1.7
