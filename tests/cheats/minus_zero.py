"""
exercise: corr2d
cheat: "every 0 becomes −0, which differs in its bytes; it is 0 all the same"
naive: allclose
score: 13
"""

def corr2d(X, K):
    Y = (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))
    return Y * 1.0 - 0.0 if Y.is_floating_point() else Y
