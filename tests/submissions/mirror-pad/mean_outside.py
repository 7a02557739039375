# not named
def mirror_pad(X, p):
    return F.pad(X, (p, p, p, p), value=X.mean().item())
