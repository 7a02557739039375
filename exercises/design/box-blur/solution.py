import torch


def box_blur(X, k):
    """Correlate with a kernel of k·k equal numbers: sum up its shifts of the image, then divide."""
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1
    total = 0
    for a in range(k):
        for b in range(k):
            total = total + X[a : a + down, b : b + right]
    return total / k**2
