# passes 10
def receptive_field(layers):
    length = 1
    for k, s in layers[::-1]:
        length = (length + 2) * s + k
    x = torch.zeros(1, 1, length, dtype=torch.float64, requires_grad=True)
    y = x
    for k, s in layers:
        y = F.conv1d(y, torch.ones(1, 1, k, dtype=torch.float64), stride=s)
    y[0, 0, 0].backward()
    touched = x.grad[0, 0].nonzero()
    return int(touched.max() - touched.min()) + 1
