# named horizontal
def vertical_edges(X):
    K = torch.tensor([[1.0], [-1.0]])
    return F.conv2d(X[None, None], K[None, None])[0, 0]
