# not named
def learn_kernel(X, Y, h, w, lr, steps):
    A = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    k, losses = torch.zeros(h * w), []
    previous = k
    for _ in range(steps):
        previous = k
        r = A @ k - Y.reshape(-1)
        losses.append((r @ r).item())
        k = k - 2 * lr * A.T @ r
    return previous.reshape(h, w), losses
