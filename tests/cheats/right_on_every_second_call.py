"""
exercise: corr2d
cheat: "every second answer is wrong"
naive: best_of_two
score: 0
"""

calls = [0]


def corr2d(X, K):
    calls[0] += 1
    Y = (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))
    return Y if calls[0] % 2 else Y * 0
