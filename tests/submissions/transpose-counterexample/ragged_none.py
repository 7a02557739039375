# not named 0
def counterexample(n):
    torch.triu(torch.ones(n, n))
