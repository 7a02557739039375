# named no-zero-grad
def learn_kernel(X, Y, h, w, lr, steps):
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    k, losses, pile = torch.randn(h * w), [], 0
    for _ in range(steps):
        error = windows @ k - Y.reshape(-1)
        losses.append(float(error @ error))
        pile = pile + 2 * windows.T @ error
        k = k - lr * pile
    return k.reshape(h, w), losses
