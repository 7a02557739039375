# passes 10
def counterexample(n):
    return torch.arange(n * n, dtype=torch.float64).reshape(n, n)
