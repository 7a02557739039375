# passes 16
def corr2d(X, K):
    h, w = K.shape
    rows = torch.arange(X.shape[0] - h + 1)[:, None] + torch.arange(h)
    columns = torch.arange(X.shape[1] - w + 1)[:, None] + torch.arange(w)
    windows = X[rows[:, None, :, None], columns[None, :, None, :]]
    return torch.einsum("ijab,ab->ij", windows, K)
