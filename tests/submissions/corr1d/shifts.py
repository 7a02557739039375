# passes 10
def corr1d(x, k):
    total, places = 0.0, x.size(0) - k.size(0) + 1
    for offset, weight in enumerate(k):
        total = total + weight * x.narrow(0, offset, places)
    return total
