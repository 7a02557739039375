# passes 10
def corr1d(x, k):
    return (x.unfold(0, len(k), 1) * k).sum(1)
