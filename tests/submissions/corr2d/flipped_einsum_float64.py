# named flipped
def corr2d(X, K):
    return torch.einsum("ijab,ab->ij", X.double().unfold(0, len(K), 1).unfold(1, len(K[0]), 1), K.double().flip((0, 1)))
