# passes 12
def learn_kernel(X, Y, h, w, lr, steps):
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    k, losses = torch.zeros(h * w), []
    for _ in range(steps):
        error = windows @ k - Y.reshape(-1)
        losses.append(float(error @ error))
        k = k - lr * 2 * windows.T @ error
    return k.reshape(h, w), losses
