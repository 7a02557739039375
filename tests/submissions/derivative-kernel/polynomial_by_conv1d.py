# passes 10
def derivative_kernel(d):
    k = torch.ones(1, 1, 1)
    for _ in range(d):
        k = F.conv1d(k, torch.tensor([[[1.0, -1.0]]]), padding=1)
    return k.flatten()
