# passes 10
# note eight-third
def laplacian_kernel():
    K = torch.full((3, 3), 1 / 3)
    K[1, 1] -= 3
    return K
