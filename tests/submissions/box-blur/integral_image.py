# passes 10
def box_blur(X, k):
    S = F.pad(X.cumsum(0).cumsum(1), (1, 0, 1, 0))
    return (S[k:, k:] - S[:-k, k:] - S[k:, :-k] + S[:-k, :-k]) / k ** 2
