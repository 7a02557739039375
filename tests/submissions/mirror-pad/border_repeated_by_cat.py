# named symmetric
def mirror_pad(X, p):
    X = torch.cat([X[:p].flip(0), X, X[len(X) - p:].flip(0)])
    return torch.cat([X[:, :p].flip(1), X, X[:, X.shape[1] - p:].flip(1)], 1)
