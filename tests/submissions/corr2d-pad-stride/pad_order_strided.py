# named pad-order
def corr2d_ps(X, K, p, s):
    P = nn.ZeroPad2d((p[0], p[0], p[1], p[1]))(X)
    return (P.unfold(0, K.shape[0], s[0]).unfold(1, K.shape[1], s[1]) * K).sum((2, 3))
