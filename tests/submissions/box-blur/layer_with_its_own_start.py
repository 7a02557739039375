# not named
def box_blur(X, k):
    layer = nn.Conv2d(1, 1, k, bias=False)
    return layer(X[None, None])[0, 0]
