# named unfold
def im2col(X, h, w):
    return nn.Unfold((h, w))(X[None, None]).squeeze(0).T
