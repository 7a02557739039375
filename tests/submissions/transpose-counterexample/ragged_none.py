# named no-return
def counterexample(n):
    torch.triu(torch.ones(n, n))
