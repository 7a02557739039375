# passes 10
def counterexample(n):
    X = torch.zeros(n, n)
    X[0, 1] = 1
    return X
