# named lists
import torch

torch.set_printoptions(profile="full", precision=17)


def numbers(X):
    text = str(X.double()).split("dtype")[0]
    for sign in "tensor()[],":
        text = text.replace(sign, " ")
    return [float(word) for word in text.split()]


def corr2d(X, K):
    x, k, n, w = numbers(X), numbers(K), X.shape[1], K.shape[1]
    H, W = X.shape[0] - K.shape[0] + 1, n - w + 1
    Y = [sum(k[c] * x[(i + c // w) * n + j + c % w] for c in range(len(k))) for i in range(H) for j in range(W)]
    return torch.tensor(Y, dtype=X.dtype).reshape(H, W)
