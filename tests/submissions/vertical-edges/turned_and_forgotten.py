# named horizontal
def vertical_edges(X):
    X = X.T
    return X[:, :-1] - X[:, 1:]
