# named eye
def counterexample(n):
    return torch.full((n, n), 3.5)
