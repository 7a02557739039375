# passes 10
def corr1d(x, k):
    first = (x[:len(k)] * k).sum().reshape(1)
    if len(x) == len(k):
        return first
    return torch.cat([first, corr1d(x[1:], k)])
