# named stride-k
def box_blur(X, k):
    return nn.AvgPool2d(k)(X[None])[0]
