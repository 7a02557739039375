# passes 12
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + a, j + b] * K[a, b]
    return Y

def learn_kernel(X, Y, h, w, lr, steps):
    K = torch.zeros(h, w, requires_grad=True)
    losses = []
    for _ in range(steps):
        loss = ((corr2d(X, K) - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        K.data -= lr * K.grad
        K.grad = None
    return K.detach(), losses
