# mistake: divide-k
# meant: divides by k instead of k squared
import torch

def box_blur(X, k):
    H, W = X.shape
    total = 0
    for a in range(k):
        for b in range(k):
            total = total + X[a:a + H - k + 1, b:b + W - k + 1]
    return total / k
