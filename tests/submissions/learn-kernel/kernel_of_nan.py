# not named 0
def learn_kernel(X, Y, h, w, lr, steps):
    return torch.full((h, w), float('nan')), [float('nan')] * steps
