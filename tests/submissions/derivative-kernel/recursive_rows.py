# passes 10
def derivative_kernel(d):
    if d == 0:
        return torch.tensor([1.0])
    k = derivative_kernel(d - 1).tolist()
    return torch.tensor([a - b for a, b in zip([0.0] + k, k + [0.0])])
