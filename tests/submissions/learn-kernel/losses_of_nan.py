# not named 9
def learn_kernel(X, Y, h, w, lr, steps):
    A = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    k, losses = torch.zeros(h * w), []
    for _ in range(steps):
        r = A @ k - Y.reshape(-1)
        losses.append(float('nan'))
        k = k - 2 * lr * A.T @ r
    return k.reshape(h, w), losses
