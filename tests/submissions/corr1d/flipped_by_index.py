# named flipped
def corr1d(x, k):
    y = []
    for i in range(len(x) - len(k) + 1):
        s = 0
        for a in range(len(k)):
            s = s + x[i + a] * k[len(k) - 1 - a]
        y.append(s)
    return torch.stack(y)
