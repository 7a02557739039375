# passes 10
def box_blur(X, k):
    return F.avg_pool2d(X.unsqueeze(0), k, stride=1).squeeze(0)
