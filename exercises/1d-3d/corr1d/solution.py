import torch


def corr1d(x, k):
    """Shift x once for each number of k, and add up the weighted shifts."""
    places = len(x) - len(k) + 1
    return sum(weight * x[shift : shift + places] for shift, weight in enumerate(k))
