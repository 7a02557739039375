# named sum
def box_blur(X, k):
    return F.conv2d(X[None, None], torch.ones(1, 1, k, k))[0, 0]
