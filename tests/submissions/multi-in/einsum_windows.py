# passes 12
def corr2d_multi_in(X, K):
    assert len(X) == len(K)
    windows = X.unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return torch.einsum("cijab,cab->ij", windows, K)
