# passes 10
def correlate(X, K):
    """Along the first axis; what the slices need is the same, one dimension lower."""
    if K.dim() == 0:
        return X * K
    places = X.shape[0] - K.shape[0] + 1
    return torch.stack([sum(correlate(X[t + a], K[a]) for a in range(len(K))) for t in range(places)])


def corr3d(X, K):
    return correlate(X, K)
