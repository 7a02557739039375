# not named
K = torch.zeros(1, 2, requires_grad=True)

def learn_kernel(X, Y, h, w, lr, steps):
    global K
    if K.shape != (h, w):
        K = torch.zeros(h, w, requires_grad=True)
    losses = []
    for _ in range(steps):
        loss = (((X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3)) - Y) ** 2).sum()
        K.grad = None
        loss.backward()
        K.data -= lr * K.grad
        losses.append(loss.item())
    return K.detach().clone(), losses
